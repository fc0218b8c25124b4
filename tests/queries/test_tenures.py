"""Posts in time as queries and pages tell them, from articles that are read and built."""

from pathlib import Path

import pytest

from camket.graph import api
from camket.graph.check import check
from camket.graph.store import Dataset
from camket.graph.views.tenures import Neighbour, Resolution, Tenure, Undertaken, resolutions, tenures
from camket.ontology.namespaces import BASE

HERE = Path(__file__).parent
POST = "Giám đốc Sở Y tế tỉnh Thanh Giang"
BODY = "Sở Y tế tỉnh Thanh Giang"
MAN, BIEN, KHA = "Đỗ Văn Mẫn", "Lê Thị Biên", "Hồ Trọng Kha"
CLINICS = "sẽ hoàn thành 5 trạm y tế trước ngày 30/6/2023"


def iri(path: str) -> str:
    return BASE + path.replace(" ", "_")


def node(name: str) -> str:
    return iri(f"tenure/{name}/Giám đốc/{BODY}")


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    store = tmp_path_factory.mktemp("posts") / "store"
    api.build([HERE / "posts_in_time"], store)
    return api.open_store(store)


def rows(dataset: Dataset, query: str, **values: str) -> list[tuple[str, ...]]:
    answer = api.query(dataset, query, **values)
    return [tuple(value.value if value else "" for value in row) for row in answer]  # type: ignore[union-attr]


def test_who_held_a_post_when(dataset: Dataset) -> None:
    one = Tenure(
        node(MAN), MAN, iri(f"person/{MAN}"), POST, "2023-02-10", "2023-09-05", "2024-11-20", 3, (),
        (Neighbour(BIEN, iri(f"person/{BIEN}"), "2024-11-20"),), (),
    )  # fmt: skip
    other = Tenure(
        node(BIEN), BIEN, iri(f"person/{BIEN}"), POST, "2024-11-20", "2024-11-20", None, 1,
        (Neighbour(MAN, iri(f"person/{MAN}"), "2023-09-05"),), (), (),
    )  # fmt: skip
    assert tenures(dataset, iri(f"post/{POST}")) == tenures(dataset, iri(f"body/{BODY}")) == (one, other)
    assert tenures(dataset, iri(f"person/{MAN}")) == (one,)
    assert rows(dataset, "tenures", of=BODY) == [
        (MAN, "Giám đốc", BODY, "2023-02-10", "2023-09-05", "2024-11-20", "", BIEN),
        (BIEN, "Giám đốc", BODY, "2024-11-20", "2024-11-20", "", MAN, ""),
    ]
    assert rows(dataset, "who-held", post=POST, on="2023-05") == [(MAN, "2023-02-10", "2023-09-05")]
    assert rows(dataset, "who-held", post=POST, on="2024-01-01") == []


def test_who_promised_what_a_post_promised(dataset: Dataset) -> None:
    found = Resolution(
        MAN, POST, "AttestedAround", "attested before and after", "b", "2023-04-02",
        (Undertaken("pledge", CLINICS, f"{BASE}article/b#pledge=71,117"),),
    )  # fmt: skip
    assert resolutions(dataset, iri(f"person/{MAN}")) == resolutions(dataset, iri(f"post/{POST}")) == (found,)
    assert resolutions(dataset, iri(f"person/{BIEN}")) == ()
    (row,) = rows(dataset, "nameless-commitments")
    assert row[:5] == (MAN, POST, CLINICS, "được ghi nhận trước và sau", "b")
    # The article's own graph still says that the post promised it.
    assert api.query(dataset, f"ASK {{ GRAPH <{BASE}article/b> {{ ?u ck:promisor <{iri(f'post/{POST}')}> }} }}")


def test_articles_at_odds(tmp_path: Path, dataset: Dataset) -> None:
    assert rows(dataset, "contradictions") == []
    api.build([HERE / "posts_in_time", HERE / "posts_at_odds"], tmp_path / "store")
    both = api.open_store(tmp_path / "store")
    assert rows(both, "contradictions") == [
        (f"Giám đốc {BODY}", KHA, "2024-12-01", "2024-12-01", BIEN, "2024-11-20", "2025-01-15")
    ]
    (kha,) = tenures(both, iri(f"person/{KHA}"))
    assert [(other.name, other.when) for other in kha.conflicts] == [(BIEN, "2024-11-20")]
    assert (kha.before, kha.after) == ((), ())


def test_an_article_that_comes_later_changes_only_what_it_must(tmp_path: Path) -> None:
    """Bit by bit and backwards, taken out and put in again: the same graph as at once."""
    sources = sorted(HERE.glob("posts_*/*.txt"))
    api.build(sources, tmp_path / "whole")
    for source in reversed(sources):
        api.build([source], tmp_path / "parts")
    wholes, parts = (api.open_store(tmp_path / name) for name in ("whole", "parts"))
    graph = f"{BASE}graph/identity"
    asked = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
    said = [sorted(str(triple) for triple in api.query(one, asked)) for one in (wholes, parts)]  # type: ignore[union-attr]
    assert said[0] == said[1]
    assert len(said[0]) > 30
    assert check(parts).failures == []
