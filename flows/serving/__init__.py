"""What `make ui` does: Prefect's server and page on this machine, with the flow ready to run.

start     the whole of it, from a free port to "Stopped."
offer     the flow as Prefect's page offers it
server    the server's own process: Prefect's page, the shelf of editions
guards    what every question to it and every answer has to pass
"""
