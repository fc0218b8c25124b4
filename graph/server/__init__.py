"""The graph over HTTP, read-only: SPARQL 1.1 Protocol, Graph Store Protocol, Linked Data, and the page with its data.

serve.py                 from options to a running server; listening.py its socket
app.py                   the routes put together; says how a route is added
context.py               what every route is handed: snapshots.py, settings.py, workers/
security.py              headers for every answer, and whom this machine's own server answers
protocol.py              /sparql; sparql_request.py reads what is asked, service_description.py says what can be
graph_store.py           /data
linked_data.py           /id/
answers.py               tasks for the workers, their replies as HTTP; media_types.py the formats
hiding.py                the copy of a snapshot that others than this machine may see
workers/                 processes that answer queries and are killed when their time or memory is over
page.py, web/            the page; api/ its data
"""
