"""CX2, which Cytoscape 3.10 and later and NDEx read: https://cytoscape.org/cx/cx2/specification/. With the colours."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from camket.graph.export.json_lines import write_list

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]

_TYPES: Final = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "date": "string"}
_IRI: Final = "iri"


def write_cx2(graph: "Graph", out: BinaryIO) -> None:
    """Write a property graph to `out`. CX2 numbers its nodes and edges: IRIs and edge ids are the attribute `iri`."""
    write_list(out, _aspects(graph))
    out.write(b"\n")


def _aspects(graph: "Graph") -> Iterator[dict[str, Any]]:
    numbers = {node: number for number, node in enumerate(graph)}
    yield {"CXVersion": "2.0", "hasFragments": False}
    yield {"metaData": [
        {"name": "attributeDeclarations", "elementCount": 1},
        {"name": "networkAttributes", "elementCount": 1},
        {"name": "nodes", "elementCount": graph.number_of_nodes()},
        {"name": "edges", "elementCount": graph.number_of_edges()},
        {"name": "visualProperties", "elementCount": 1},
    ]}  # fmt: skip
    yield {"attributeDeclarations": [{
        "networkAttributes": {"name": {"d": "string"}},
        "nodes": {"name": {"d": "string"}, _IRI: {"d": "string"}, **_declared(graph.graph["node_columns"])},
        "edges": {"interaction": {"d": "string"}, _IRI: {"d": "string"}, **_declared(graph.graph["edge_columns"])},
    }]}  # fmt: skip
    yield {"networkAttributes": [{"name": "Camket"}]}
    yield {"nodes": [
        {"id": numbers[node], "v": {"name": data["label"], _IRI: node, **data}}
        for node, data in graph.nodes(data=True)
    ]}  # fmt: skip
    yield {"edges": [
        {"id": number, "s": numbers[source], "t": numbers[target],
         "v": {"interaction": data["kind"], _IRI: key, **data}}
        for number, (source, target, key, data) in enumerate(graph.edges(keys=True, data=True))
    ]}  # fmt: skip
    yield {"visualProperties": [_look(graph)]}
    yield {"status": [{"success": True, "error": ""}]}


def _declared(columns: Mapping[str, str]) -> dict[str, dict[str, str]]:
    return {name: {"d": _TYPES[kind]} for name, kind in columns.items()}


def _look(graph: "Graph") -> dict[str, Any]:
    """Colour by kind, size as in the other formats, and the label."""
    colours = {data["kind"]: data["colour"] for _, data in graph.nodes(data=True)}
    by_kind = {
        "type": "DISCRETE",
        "definition": {"attribute": "kind", "map": [{"v": kind, "vp": colours[kind]} for kind in sorted(colours)]},
    }
    label = {"type": "PASSTHROUGH", "definition": {"attribute": "label", "type": "string"}}
    return {
        "default": {"network": {}, "node": {"NODE_SHAPE": "ellipse"}, "edge": {"EDGE_TARGET_ARROW_SHAPE": "triangle"}},
        "nodeMapping": {"NODE_BACKGROUND_COLOR": by_kind, "NODE_LABEL": label},
        "edgeMapping": {"EDGE_LABEL": label},
    }
