"""The pages drawn in a process of their own, so that no workbook can take the flow down with it.

`work` is what is drawn, `process` begins it and waits for it, `child` is what runs there, and `limits` say
how much it may take.
"""
