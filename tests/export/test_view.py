import os
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

from camket.graph.errors import QueryError, UsageError
from camket.graph.export import FORMATS, View, export, to_networkx
from camket.graph.store import Dataset
from camket.ontology.namespaces import BASE

KHAI = f"{BASE}person/Đỗ_Minh_Khải"
CONSTRUCT = "CONSTRUCT { ?p a foaf:Person ; skos:prefLabel ?n } WHERE { ?p a foaf:Person ; skos:prefLabel ?n }"


def kinds(graph: "networkx.MultiDiGraph[str]") -> dict[str, int]:
    found: dict[str, int] = {}
    for _, data in graph.nodes(data=True):
        found[data["kind"]] = found.get(data["kind"], 0) + 1
    return found


def test_around_somebody_articles_are_no_way_on(dataset: Dataset) -> None:
    near = to_networkx(dataset, view=View(about=(KHAI,), hops=1))
    assert KHAI in near
    assert {"event", "statement", "body"} <= kinds(near).keys()
    assert "article" not in kinds(near)
    farther = to_networkx(dataset, view=View(about=(KHAI,), hops=2))
    assert set(near) < set(farther)


def test_facts_are_of_the_kinds_named_and_actors_stay_as_long_as_one_names_them(dataset: Dataset) -> None:
    pledges = to_networkx(dataset, view=View("commitments", kinds=("pledge",)))
    assert kinds(pledges) == {"pledge": 1, "body": 2, "person": 1}
    people = to_networkx(dataset, view=View("commitments", kinds=("pledge", "person")))
    assert kinds(people) == {"pledge": 1, "person": 1}


def test_of_a_time_a_promise_lasts_until_it_is_due(dataset: Dataset) -> None:
    def facts(since: str | None, until: str | None) -> dict[str, int]:
        found = kinds(to_networkx(dataset, view=View(since=since, until=until)))
        return {kind: number for kind, number in found.items() if kind in ("pledge", "event", "article")}

    assert facts("2025-05", "2025-05") == {"pledge": 1, "event": 1, "article": 2}
    assert facts("2025-06-15", None) == {"pledge": 1, "article": 1}
    assert facts(None, "2024") == {}


def test_the_people_profile_joins_people_with_heavier_edges_for_more_facts(dataset: Dataset) -> None:
    graph = to_networkx(dataset, profile="people")
    assert set(kinds(graph)) <= {"person", "body", "place"}
    held = [data for *_, data in graph.edges(data=True) if data["kind"] == "holds post"]
    assert sorted(data["weight"] for data in held) == [1.0, 1.0]
    assert [data["weight"] for *_, data in graph.edges(data=True) if data["kind"] == "meets"] == [1.0]


def test_the_provenance_profile_has_the_characters_each_fact_stands_on(dataset: Dataset) -> None:
    graph = to_networkx(dataset, profile="provenance")
    spans = [data for _, data in graph.nodes(data=True) if data["kind"] == "span"]
    assert spans
    assert all(data["after_last_character"] - data["first_character"] == len(data["quote"]) for data in spans)
    assert "span" not in kinds(to_networkx(dataset))


def test_measures_are_the_same_each_time_and_have_six_digits(dataset: Dataset) -> None:
    first, second = (to_networkx(dataset, view=View(metrics=True)) for _ in range(2))
    assert [*first.nodes(data=True)] == [*second.nodes(data=True)]
    khai = first.nodes[KHAI]
    assert khai["degree"] == first.degree(KHAI)
    assert all(len(repr(data["betweenness"]).lstrip("0.")) <= 6 for _, data in first.nodes(data=True))
    assert khai["betweenness"] > 0
    assert khai["community"] >= 1
    assert sum(data["pagerank"] for _, data in first.nodes(data=True)) == pytest.approx(1, abs=1e-4)


MEASURED = """
import networkx
from camket.graph.export.metrics import measure
drawn = networkx.gnm_random_graph(200, 600, seed=1, directed=True)
graph = networkx.MultiDiGraph((f"node {a}", f"node {b}", {"weight": 1.0}) for a, b in drawn.edges)
graph.graph["node_columns"] = {}
measure(graph)
print(list(graph.nodes(data=True)))
"""


def test_measures_are_the_same_in_every_process() -> None:
    """Sets of strings have another order in every process, by a number that PYTHONHASHSEED sets."""
    shown = {
        subprocess.check_output([sys.executable, "-c", MEASURED], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2", "3")
    }
    assert len(shown) == 1


@pytest.mark.parametrize(("view", "message"), [
    (View("tiny"), "unknown profile 'tiny': choose one of commitments, full, people, provenance"),
    (View(kinds=("vow",)), "no kind of node is called 'vow': choose of article, assessment, body"),
    (View(since="soon"), "'soon' is no date: write 2025, 2025-06 or 2025-06-30"),
    (View(since="2026", until="2025"), "nothing is after 2026 and before 2025"),
])  # fmt: skip
def test_what_is_unknown_is_named(dataset: Dataset, tmp_path: Path, view: View, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        export(dataset, tmp_path / "x.gexf", view=view)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".nq", ".gexf"])
def test_a_construct_sees_no_more_than_may_be_shown(dataset: Dataset, tmp_path: Path, suffix: str) -> None:
    report = export(dataset, tmp_path / f"x{suffix}", construct=CONSTRUCT)
    assert report.counts == ({"quads": 2} if suffix == ".nq" else {"nodes": 1, "edges": 0})
    assert "Tằm" not in (tmp_path / f"x{suffix}").read_text(encoding="utf-8")


def test_rows_are_no_export(dataset: Dataset, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="write a CONSTRUCT query"):
        export(dataset, tmp_path / "x.ttl", construct="SELECT ?s WHERE { ?s ?p ?o }")


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("html", "svg", "png")])
def test_the_same_graph_gives_the_same_bytes(dataset: Dataset, tmp_path: Path, name: str) -> None:
    export(dataset, tmp_path / "a", format=name)
    export(dataset, tmp_path / "b", format=name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
