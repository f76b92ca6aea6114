"""What Prefect's page keeps for the team under Blocks: where mail goes out, who gets it, keys, places.

kinds         every one of them, offered on Prefect's page
ours          what they all have: a mark of our own, and addresses read strictly
mail_server   the server that mail goes out through
recipients    who gets an edition, for teams who keep them outside the workbook
signing_key   what a PDF is signed with
store         a folder or an object store that editions are copied to
notice        what tells somebody of a run that failed or made a draft: by mail, or by a webhook
"""
