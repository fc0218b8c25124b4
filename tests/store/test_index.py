"""The index beside each snapshot: however a store came to be, it is that of its graph."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from camket.graph import folder
from camket.graph.build import BuildReport
from camket.graph.documents.document import Document
from camket.graph.search import index, schema
from camket.graph.store import open_dataset

Build = Callable[..., BuildReport]
Articles = tuple[Document, ...]

CONTENTS = (
    "SELECT iri, identifier, title, outlet, published, day, url FROM article",
    "SELECT iri, kind, name, articles FROM thing",
    "SELECT iri, name.lowered, name.folded FROM name JOIN thing ON thing.n = name.thing",
    "SELECT fact.iri, article.iri, kind, start, end, quote, fact.day, details FROM fact, article"
    " WHERE article.n = fact.article",
    "SELECT thing.iri, role, part.kind, part.day, fact.iri FROM part, thing, fact"
    " WHERE thing.n = part.thing AND fact.n = part.fact",
    "SELECT thing.iri, mention.day, article.iri, start, times FROM mention, thing, article"
    " WHERE thing.n = mention.thing AND article.n = mention.article",
    "SELECT fact.iri, u.kind, due_year, due_by, number, outlet, u.day, who, place, outcome, changed, steps, latest,"
    " text FROM undertaking AS u, fact, words WHERE fact.n = u.fact AND words.rowid = u.fact",
    "SELECT fact.iri, role, thing.iri, party.outcome, party.due_by FROM party, fact, thing"
    " WHERE fact.n = party.fact AND thing.n = party.thing",
    "SELECT * FROM step",
    "SELECT * FROM occasion",
    "SELECT iri, occasion FROM telling JOIN fact ON n = fact",
)


def contents(path: Path) -> list[list[tuple[object, ...]]]:
    """All that an index says, in an order of its own; and that its two word lists hold what their tables do."""
    with closing(schema.read(path)) as connection:
        counted = [connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone() for table in ("words", "undertaking")]
        assert counted[0] == counted[1]
        found = [sorted(connection.execute(query).fetchall(), key=repr) for query in CONTENTS]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO names(names, rank) VALUES ('integrity-check', 1)")
    return found


def shown(store: Path) -> Path:
    found = folder.find(store)
    number = found.current()
    assert number is not None
    return found.index(number)


@pytest.fixture
def whole(tmp_path: Path, build: Build, articles: Articles) -> list[list[tuple[object, ...]]]:
    """The index of all articles, built at once."""
    build(articles, tmp_path / "whole")
    return contents(shown(tmp_path / "whole"))


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_batches_the_index_is_the_same(
    seed: int, tmp_path: Path, build: Build, articles: Articles, whole: object
) -> None:
    mixed = random.Random(seed).sample(articles, len(articles))
    for first in range(0, len(mixed), 2):
        build(mixed[first : first + 2], tmp_path / "store")
    assert contents(shown(tmp_path / "store")) == whole


def test_an_index_made_of_the_graph_alone_is_the_same(
    tmp_path: Path, build: Build, articles: Articles, whole: object
) -> None:
    build(articles, tmp_path / "store")
    index.make(open_dataset(tmp_path / "store"), tmp_path / "anew.sqlite")
    assert contents(tmp_path / "anew.sqlite") == whole


def test_what_is_retracted_is_found_no_more(
    tmp_path: Path, build: Build, retract: Build, articles: Articles, invent: Callable[..., Document]
) -> None:
    store = tmp_path / "store"
    build([*articles, invent("xx-9", "2025", "Bà Võ Thị Riêng nói rằng trời nắng.")], store)
    retract(["xx-9", "hl-2"], store)
    build([article for article in articles if article.id != "hl-2"], tmp_path / "never")
    assert contents(shown(store)) == contents(shown(tmp_path / "never"))
    assert "Võ Thị Riêng" not in repr(contents(shown(store)))


def test_an_article_replaced_is_found_by_its_new_words(
    tmp_path: Path,
    build: Build,
    articles: Articles,
    invent: Callable[..., Document],
    promising: Callable[..., str],
) -> None:
    store = tmp_path / "store"
    build(articles, store)
    build([invent("tg-1", "2025-04-16", promising("Lê Văn Thuấn", "Giám đốc", "Sở Xây dựng tỉnh Thanh Giang"))], store)
    index.make(open_dataset(store), tmp_path / "anew.sqlite")
    assert contents(shown(store)) == contents(tmp_path / "anew.sqlite")


@pytest.mark.parametrize("old", ["missing", "of another Camket"])
def test_a_store_without_a_fitting_index_gets_one(
    old: str, tmp_path: Path, build: Build, articles: Articles, whole: object
) -> None:
    store = tmp_path / "store"
    build(articles, store)
    path = shown(store)
    if old == "missing":
        path.unlink()
    else:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE about SET version = 'older'")
    assert not schema.is_current(path)
    build(articles, store)
    assert shown(store) == path
    assert contents(path) == whole
