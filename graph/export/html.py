"""The explorer with its graph in one HTML file that opens from a mail attachment, without a network or a server."""

import json
from typing import TYPE_CHECKING, BinaryIO

from camket.graph.export.drawing import drawing
from camket.graph.server import bundle

if TYPE_CHECKING:
    import networkx

_PLACE = ">{graph}<"


def write_html(graph: "networkx.MultiDiGraph[str]", stream: BinaryIO) -> None:
    """Write `graph` as a page that needs nothing else: its Content-Security-Policy lets only its own script run.

    Raises CamketError, before anything is written, where the explorer was not built when Camket was installed.
    """
    before, place, after = bundle.explorer().partition(_PLACE)
    assert place, "the explorer's template has a place for the graph"
    data = json.dumps(drawing(graph), ensure_ascii=False, separators=(",", ":"))
    # In a script element only `<` can be taken for markup; in JSON it may be written as an escape everywhere.
    escaped = data.replace("<", r"\u003c")
    stream.write(f"{before}>{escaped}<{after}".encode())
