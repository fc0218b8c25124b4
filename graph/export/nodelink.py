"""Node-link JSON, with `links` as D3's examples have them; `networkx.node_link_graph(data, edges="links")` reads it."""

from typing import TYPE_CHECKING, BinaryIO

from camket.graph.export.json_lines import write_list

if TYPE_CHECKING:
    import networkx


def write_nodelink(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph to `out`."""
    out.write(b'{"directed": true, "multigraph": true, "graph": {"name": "Camket"},\n"nodes": ')
    write_list(out, ({"id": node, **data} for node, data in graph.nodes(data=True)))
    out.write(b',\n"links": ')
    write_list(
        out,
        (
            {"source": source, "target": target, "key": key, **data}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ),
    )
    out.write(b"}\n")
