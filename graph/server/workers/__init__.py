"""Processes that answer queries, so that one that takes too long or too much can be killed.

jobs.py      what a worker is asked, what it answers
messages.py  how both cross a pipe
worker.py    the process itself; limits.py what it may take, answering.py its work, spool.py where its answer goes
process.py   a worker as the server sees it
pool.py      the workers there are, kept warm
"""
