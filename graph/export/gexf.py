"""GEXF 1.3 for Gephi: colours, sizes, days on which things hold, and kinds of edges.

networkx's own writer is not used: what it writes is not valid, and it puts today's date into the file.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import quoteattr

from camket.graph.export.xml_text import xml_text

if TYPE_CHECKING:
    import networkx

_TYPES = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "date": "string"}
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>Camket</creator>
    <description>Who promised what, with the very sentence as evidence</description>
  </meta>
  <graph defaultedgetype="directed" idtype="string" mode="dynamic" timeformat="date" timerepresentation="interval">
"""
_TAIL = "  </graph>\n</gexf>\n"
# Written by GEXF's own means, so not as columns. `start` and `end` are both: some readers pass over the former.
_NODE_OWN = {"label", "colour", "size"}
_EDGE_OWN = {"label", "kind", "weight"}


def write_gexf(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph, as `property_graph.build` makes it, to `out`. Characters XML cannot hold are left out."""
    nodes = {name: kind for name, kind in graph.graph["node_columns"].items() if name not in _NODE_OWN}
    edges = {name: kind for name, kind in graph.graph["edge_columns"].items() if name not in _EDGE_OWN}
    out.write(_HEAD.encode())
    out.write(_columns("node", nodes).encode())
    out.write(_columns("edge", edges).encode())
    out.writelines(
        line.encode() for line in _section("nodes", (_node(*node, nodes) for node in graph.nodes(data=True)))
    )
    found = graph.edges(keys=True, data=True)
    out.writelines(line.encode() for line in _section("edges", (_edge(*edge, edges) for edge in found)))
    out.write(_TAIL.encode())


def _columns(of: str, columns: Mapping[str, str]) -> str:
    lines = [
        f"      <attribute id={_quoted(name)} title={_quoted(name)} type={_quoted(_TYPES[kind])}/>\n"
        for name, kind in columns.items()
    ]
    return f'    <attributes class="{of}" mode="static">\n{"".join(lines)}    </attributes>\n'


def _section(name: str, elements: Iterable[str]) -> Iterator[str]:
    yield f"    <{name}>\n"
    yield from elements
    yield f"    </{name}>\n"


def _node(node: str, data: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    red, green, blue = (int(data["colour"][at : at + 2], 16) for at in (1, 3, 5))
    return (
        f"      <node id={_quoted(node)} label={_quoted(data['label'])}{_days(data)}>\n"
        f"{_values(data, columns)}"
        f'        <viz:color r="{red}" g="{green}" b="{blue}"/>\n'
        f'        <viz:size value="{data["size"]}"/>\n'
        "      </node>\n"
    )


def _edge(source: str, target: str, key: str, data: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    ends = f"source={_quoted(source)} target={_quoted(target)}"
    names = f"label={_quoted(data['label'])} kind={_quoted(data['kind'])}"
    weight = f' weight="{data["weight"]}"' if "weight" in data else ""
    return (
        f"      <edge id={_quoted(key)} {ends} {names}{weight}{_days(data)}>\n{_values(data, columns)}      </edge>\n"
    )


def _days(data: Mapping[str, Any]) -> str:
    """First and last day, inclusive; an open side is not written."""
    return "".join(f" {side}={_quoted(data[side])}" for side in ("start", "end") if side in data)


def _values(data: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    values = [
        f"          <attvalue for={_quoted(name)} value={_quoted(_lexical(data[name]))}/>\n"
        for name in columns
        if name in data
    ]
    return f"        <attvalues>\n{''.join(values)}        </attvalues>\n" if values else ""


def _lexical(value: str | int | float | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    return quoteattr(xml_text(text))
