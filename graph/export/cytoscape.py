"""Cytoscape.js JSON: `cytoscape({elements})` and `cy.json(file)` take it, and so does Cytoscape itself (.cyjs)."""

from typing import TYPE_CHECKING, BinaryIO

from camket.graph.export.json_lines import write_list

if TYPE_CHECKING:
    import networkx


def write_cytoscape(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph to `out`. Every edge has an id, without which `cy.json` drops it."""
    out.write(b'{"format_version": "1.0", "generated_by": "camket", "target_cytoscapejs_version": "~3.0",\n')
    out.write(b'"data": {"name": "Camket"}, "elements": {"nodes": ')
    write_list(out, ({"data": {"id": node, "name": data["label"], **data}} for node, data in graph.nodes(data=True)))
    out.write(b',\n"edges": ')
    write_list(
        out,
        (
            {"data": {"id": key, "source": source, "target": target, "interaction": data["kind"], **data}}
            for source, target, key, data in graph.edges(keys=True, data=True)
        ),
    )
    out.write(b"}}\n")
