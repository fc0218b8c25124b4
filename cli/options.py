"""The options that several commands share."""

from typing import Annotated

import typer

from camket.graph.errors import UsageError

DEFAULT_STORE = "camket.store"
_ENVIRONMENT = "CAMKET_STORE"


Store = Annotated[
    str,
    typer.Option("--store", envvar=_ENVIRONMENT, metavar="FOLDER", help="Folder of the graph."),
]
StoreOrEndpoint = Annotated[
    str,
    typer.Option(
        "--store",
        envvar=_ENVIRONMENT,
        metavar="FOLDER|URL",
        help="Folder of the graph, or the URL of a SPARQL 1.1 endpoint.",
    ),
]


def folder(store: str) -> str:
    """`store` where it is a folder's name. Raises UsageError where it is a URL."""
    if "://" in store:
        raise UsageError(f"--store {store}: this command works on a store in a folder, not behind a URL")
    return store
