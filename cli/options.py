"""The options that several commands share."""

from typing import Annotated

import typer

DEFAULT_STORE = "camket.store"

Store = Annotated[str, typer.Option("--store", envvar="CAMKET_STORE", metavar="FOLDER", help="Folder of the graph.")]
StoreOrEndpoint = Annotated[
    str,
    typer.Option(
        "--store",
        envvar="CAMKET_STORE",
        metavar="FOLDER|URL",
        help="Folder of the graph, or the URL of a SPARQL 1.1 endpoint.",
    ),
]
