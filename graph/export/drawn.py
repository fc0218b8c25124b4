"""A picture of the property graph, drawn by Graphviz where its `dot` is installed."""

import io
import shutil
import subprocess
from typing import TYPE_CHECKING, BinaryIO, Final

from camket.graph.errors import CamketError
from camket.graph.export.dot import write_dot

if TYPE_CHECKING:
    import networkx

MOST_NODES: Final = 1000
"""More nodes than this make no picture that anybody can read, and take Graphviz minutes."""

_LAYERED: Final = 60
_SECONDS: Final = 120


def write_svg(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Draw a property graph as SVG. Raises CamketError where it cannot be drawn: see `_drawn`."""
    out.write(_drawn(graph, "svg"))


def write_png(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Draw a property graph as PNG. Raises CamketError where it cannot be drawn: see `_drawn`."""
    out.write(_drawn(graph, "png"))


def _drawn(graph: "networkx.MultiDiGraph[str]", format: str) -> bytes:
    """The picture: in layers where there are few nodes, by forces where there are many.

    Raises CamketError where Graphviz is not installed or fails, or the graph has more than `MOST_NODES` nodes.
    """
    if len(graph) > MOST_NODES:
        raise CamketError(
            f"{len(graph)} nodes are too many for a picture (at most {MOST_NODES}): narrow with --about NAME --hops 1,"
            " --kind or --from and --to"
        )
    dot = shutil.which("dot")
    if dot is None:
        raise CamketError(
            f"{format} is drawn by Graphviz, which is not installed (no 'dot'): install it, or write .dot"
        )
    source = io.BytesIO()
    write_dot(graph, source)
    layered = len(graph) <= _LAYERED
    command = [dot, "-Kdot" if layered else "-Ksfdp", *(["-Gsplines=true", "-Grankdir=LR"] if layered else []),
               f"-T{format}"]  # fmt: skip
    try:
        drawn = subprocess.run(command, input=source.getvalue(), capture_output=True, timeout=_SECONDS, check=True)
    except subprocess.TimeoutExpired as error:
        raise CamketError(f"Graphviz took more than {_SECONDS} s: narrow with --about NAME --hops 1") from error
    except (OSError, subprocess.CalledProcessError) as error:
        said = getattr(error, "stderr", b"") or str(error).encode()
        raise CamketError(f"Graphviz failed: {said.decode(errors='replace').strip().splitlines()[-1]}") from error
    return drawn.stdout
