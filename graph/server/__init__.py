"""The graph over HTTP, read-only: SPARQL 1.1 Protocol, Graph Store Protocol, Linked Data, and the page with its data.

app.py          the routes put together; says how a route is added
context.py      what every route is handed: the newest snapshot, the settings, the workers
settings.py     what `camket serve` is told
snapshots.py    the snapshot that is shown
"""
