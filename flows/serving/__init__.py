"""What `make ui` does: Prefect's server and page on this machine, with the flow ready to run.

start        the whole of it, from a free port to "Stopped."
offer        the flow as Prefect's page offers it; form: what may be chosen there; zone: the clock it goes by
server       the server's own process: Prefect's page; shelf: which files of outputs/ it shows
addresses    where it listens and what it is called; credentials: the name and password it asks for
guards       what every question to it and every answer has to pass; bodies: what is sent to Prefect's API
admission    what a form is held to before there is a run; artifacts: in which order they are listed;
             both read what is sent as messages
shell        Prefect's page, with a few lines of ours in front
patience     what is asked of its database again while that is busy
refusing     how it says no; sentences: all that is said of it
lifeline     what ends a run when the process that serves the flow is gone
recovery     what a start does with runs that were cut off; crashed: how those ended by force are told of
rounds       what is looked after meanwhile; folder: which workbooks were saved; memory: what is kept of both
runs         the flow's runs as the server knows them
lost         what becomes of a worker's run whose machine is gone; expiry: of one whose approval nobody gave
"""
