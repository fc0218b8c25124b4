"""The tables of lives: whatever comes and goes in whatever batches, the links are those of what is there."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from camket.graph.derived import SCHEMA as DERIVED
from camket.graph.derived import Derived
from camket.graph.identity.layer import Triple
from camket.graph.identity.life.deed import Deed, Figure
from camket.graph.identity.life.fate import Told, fate
from camket.graph.identity.life.layer import Life
from camket.graph.identity.life.saying import Saying, Telling, saying_of, telling_of
from camket.graph.identity.responsibility import Root
from camket.graph.lives import SCHEMA as LIVES
from camket.graph.lives import Lives

LINKS = {"restates", "revises", "renews", "refuses", "fulfils", "partlyFulfils", "misses"}

ROOTS = st.sampled_from([Root("place/hải lâm", "hải lâm"), Root("place/hải lâm", "lâm hòa"), Root("person/A", "a")])
WORDS = st.lists(
    st.sampled_from(["cầu", "đường", "khởi_công", "bàn_giao", "320", "1200", "trường"]), min_size=2, max_size=5
)
FIGURES = st.builds(
    Figure,
    indicator=st.sampled_from(["thu ngân sách", "hộ nghèo"]),
    key=st.just("k"),
    comparator=st.sampled_from(["=", ">=", "~", "<="]),
    value=st.sampled_from(["90", "95", "100.5"]),
    upper=st.just(""),
    unit=st.just("%"),
    change=st.just("level"),
    period=st.sampled_from(["", "2024", "2025", "2024-12"]),
)
PLAIN = Deed(
    "",
    "",
    "pledge",
    "",
    0,
    (Root("place/hải lâm", "hải lâm"),),
    (),
    (),
    ("cầu", "khe", "sanh", "khởi_công", "320"),
    (),
    (),
    (),
    "",
    (),
    "",
    "",
    "",
    0,
)
DEEDS = st.builds(
    Deed,
    node=st.just(""),
    article=st.sampled_from("abcdef"),
    sort=st.sampled_from(["pledge", "goal", "directive", "refusal", "observation", "assessment"]),
    published=st.sampled_from(["2024", "2024-03", "2024-03-05", "2024-03-06", "2025-01-10"]),
    offset=st.integers(0, 30),
    roots=st.lists(ROOTS, min_size=1, max_size=2, unique=True).map(tuple),
    stated=st.lists(ROOTS, max_size=1).map(tuple),
    speakers=st.lists(st.sampled_from(["person/A", "place/hải lâm"]), max_size=1).map(tuple),
    words=WORDS.map(tuple),
    topic=st.just(()),
    marks=st.lists(st.sampled_from(["again", "moved", "done", "short", "negative"]), max_size=2, unique=True).map(
        tuple
    ),
    figures=st.lists(FIGURES, max_size=2).map(tuple),
    due=st.sampled_from(["", "2024", "2024-06-30", "2025"]),
    former=st.just(()),
    former_due=st.sampled_from(["", "2024"]),
    outcome=st.sampled_from(["", "Done", "Partly", "NotDone"]),
    said=st.sampled_from(["", "2024-03-04"]),
    fullness=st.integers(0, 3),
)


class Plain:
    """Takes the deeds of an article as they are, and gives links as three words."""

    def sayings(self, reading: Any) -> Iterator[tuple[Saying, Telling]]:
        found = {saying_of(deed).identifier: (saying_of(deed), telling_of(deed)) for deed in reading.deeds}
        yield from found.values()

    def triples(self, earlier: Told, later: Sequence[Told]) -> Iterator[Triple]:
        for step in fate(earlier, list(later)):
            yield step.later.node, step.relation, step.earlier.node


class Tables:
    def __init__(self) -> None:
        database = sqlite3.connect(":memory:")
        database.executescript(DERIVED + LIVES)
        self.lives = Lives(database, cast(Life, Plain()))
        self.derived = Derived(database, [])
        self.links: set[Triple] = set()

    def add(self, deeds: Sequence[Deed]) -> None:
        for article in sorted({deed.article for deed in deeds}):
            self.lives.forget(article)
            self.lives.add(cast(Any, SimpleNamespace(deeds=[deed for deed in deeds if deed.article == article])))

    def settle(self) -> set[Triple]:
        self.lives.derive(self.derived)
        for gone, come in self.derived.changes():
            assert gone <= self.links
            self.links = (self.links - gone) | come
        return self.links


def links_of(deeds: Sequence[Deed]) -> set[Triple]:
    tables = Tables()
    tables.add(deeds)
    return tables.settle()


@given(st.lists(DEEDS, max_size=14), st.randoms())
def test_links_are_a_pure_function_of_what_is_there(found: list[Deed], chance: random.Random) -> None:
    deeds = [deed._replace(node=f"{deed.article}#{deed.sort}={number}") for number, deed in enumerate(found)]
    articles = sorted({deed.article for deed in deeds})
    tables = Tables()
    for article in chance.sample(articles, len(articles)):
        tables.add([deed for deed in deeds if deed.article == article])
        if chance.random() < 0.5:
            tables.settle()
    assert tables.settle() == links_of(deeds)
    gone = set(chance.sample(articles, len(articles) // 2))
    for article in gone:
        tables.lives.forget(article)
    assert tables.settle() == links_of([deed for deed in deeds if deed.article not in gone])


@given(st.lists(DEEDS, max_size=14))
def test_a_link_leads_from_a_later_fact_to_an_undertaking_of_another_article(found: list[Deed]) -> None:
    deeds = {f"{number}": deed._replace(node=f"{number}") for number, deed in enumerate(found)}
    for later, relation, earlier in links_of(list(deeds.values())):
        assert deeds[earlier].is_undertaking
        assert deeds[later].article != deeds[earlier].article
        assert relation in LINKS


def test_among_many_that_look_alike_the_first_and_the_latest_are_in_sight() -> None:
    undertaken = [
        PLAIN._replace(node=f"u{n}", article=f"a{n:02}", published=f"2024-0{1 + n // 20}-{10 + n % 20}")
        for n in range(40)
    ]
    report = PLAIN._replace(node="r", article="r", sort="assessment", outcome="Done", published="2025-01-01")
    found = {earlier for later, relation, earlier in links_of([*undertaken, report]) if later == "r"}
    by_day = [deed.node for deed in sorted(undertaken, key=lambda deed: deed.published)]
    assert by_day[0] in found
    assert set(by_day[-5:]) <= found
