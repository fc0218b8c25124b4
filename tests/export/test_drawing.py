import json

from camket.graph.export.drawing import drawing
from camket.graph.export.property_graph import project
from camket.graph.store import Dataset


def test_a_drawing_is_json_with_every_node_and_edge(dataset: Dataset) -> None:
    graph = project(dataset)
    drawn = json.loads(json.dumps(drawing(graph)))
    assert [node["id"] for node in drawn["nodes"]] == list(graph)
    for node in drawn["nodes"]:
        assert {"kind", "label"} <= node.keys()
        assert "colour" not in node
        assert graph.nodes[node["id"]].items() >= {k: v for k, v in node.items() if k != "id"}.items()
    ids = [node["id"] for node in drawn["nodes"]]
    ends = [(ids[edge["source"]], ids[edge["target"]], edge["id"], edge["kind"]) for edge in drawn["edges"]]
    assert ends == [(s, t, key, data["kind"]) for s, t, key, data in graph.edges(keys=True, data=True)]
    assert drawn["kinds"] == {data["kind"]: data["colour"] for _, data in graph.nodes(data=True)}
    assert drawn["relations"]["chairs"] == "chủ trì"
