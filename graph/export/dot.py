"""DOT for Graphviz: everything quoted, names n0, n1 ..., for Graphviz splits bare IRIs at their colon."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final

if TYPE_CHECKING:
    import networkx

_HEAD: Final = """digraph Camket {
  charset="UTF-8";
  graph [overlap="prism", splines="line", outputorder="edgesfirst"];
  node [shape="box", style="rounded,filled", fontname="Noto Sans, DejaVu Sans, sans-serif", fontsize="10",
    color="#ffffff", margin="0.08,0.04"];
  edge [fontname="Noto Sans, DejaVu Sans, sans-serif", fontsize="8", color="#8a8d91", fontcolor="#55585c",
    arrowsize="0.6"];
"""
_LINE: Final = 32
"""Letters after which a label is broken."""

_BLACK, _WHITE = "#1c1c1c", "#ffffff"
_LIGHT: Final = 0.25
"""The luminance above which black is used: a little early, for small letters."""

_OWN: Final = frozenset({"label", "colour", "size"})


def write_dot(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph to `out`, with all attributes of the graph under their own names."""
    names = {node: f"n{number}" for number, node in enumerate(graph)}
    out.write(_HEAD.encode())
    for node, data in graph.nodes(data=True):
        looks = {
            "label": _broken(data["label"]),
            "fillcolor": data["colour"],
            "fontcolor": _ink(data["colour"]),
            "tooltip": data["label"],
            "iri": node,
        }
        out.write(f"  {names[node]} [{_attributes(looks | _others(data))}];\n".encode())
    for source, target, key, data in graph.edges(keys=True, data=True):
        looks = {"label": data["label"], "tooltip": data.get("quote", data["label"]), "eid": key}
        out.write(f"  {names[source]} -> {names[target]} [{_attributes(looks | _others(data))}];\n".encode())
    out.write(b"}\n")


def _others(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in _OWN}


def _attributes(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in values.items())


def _quoted(value: Any) -> str:
    """A DOT string. Backslashes begin escapes there, so they are doubled; a line break is written as one."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _ink(colour: str) -> str:
    """Black or white, whichever is read more easily on a colour: by its luminance as WCAG 2 reckons it."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return _BLACK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _LIGHT else _WHITE


def _broken(label: str) -> str:
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _LINE:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
