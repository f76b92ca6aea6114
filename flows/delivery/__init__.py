"""What is sent: who gets an edition, once, and what became of it.

ledger      one SQLite file that outlasts a power cut; outbox: its deliveries, from pending to sent
planning    what is to go out, frozen before anything does; issued: the files, by their SHA-256
owners      who is at work, known by a lock; doubts: what a process that died has left behind
deciding    who gets it and why, person by person; news: what changed in what they follow
letter      what a mail says, with its words in wording; message: the mail itself
sending     what waits, sent; mail: one message over SMTP; relay: the mail server; backoff: when again
places      copies at a folder or an object store; names: what they are called there; feed: lists of editions
killpoints  where a test may end the process
"""
