"""The chronicles' links are what docs/annotation.md says links are: every quote can be found, and order is kept."""

import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RELATIONS = {"restates", "revises", "renews", "refuses", "fulfils", "partlyFulfils", "misses"}
SETS: list[dict[str, Any]] = tomllib.loads((HERE / "sets.toml").read_text(encoding="utf-8"))["links"]


class Chronicle:
    """Articles and the links between them. parts: patterns of their ids."""

    def __init__(self, one: dict[str, Any]) -> None:
        lines = (ROOT / one["articles"]).read_text(encoding="utf-8").splitlines()
        self.articles: dict[str, dict[str, Any]] = {article["id"]: article for article in map(json.loads, lines)}
        self.links: dict[str, Any] = json.loads((ROOT / one["links"]).read_text(encoding="utf-8"))
        self.related = self.links["commitments"] + self.links["optional"]
        self.parts: dict[str, list[str]] = one["parts"]

    def published(self, mention: dict[str, Any]) -> str:
        return str(self.articles[mention["id"]]["published"])

    def quotes(self) -> Iterator[tuple[str, str]]:
        """Article and quote of everything that is quoted."""
        links = self.links
        events = links["events"]["same"] + links["events"]["different"]
        ends = [link[end] for link in self.related for end in ("from", "to")]
        alone = [*links["posts_unnamed"], *links["not_commitments"], *links["lookalike_goals"], *links["nothing_said"]]
        for one in ends + [mention for event in events for mention in event["mentions"]] + alone:
            yield one["id"], one["quote"]


@pytest.fixture(params=SETS, ids=[one["name"] for one in SETS])
def chronicle(request: pytest.FixtureRequest) -> Chronicle:
    return Chronicle(request.param)


@pytest.fixture
def first() -> Chronicle:
    return Chronicle(SETS[0])


def test_there_is_what_issue_5_asks_for(first: Chronicle) -> None:
    assert len(first.articles) >= 60
    years = sorted(str(article["published"])[:4] for article in first.articles.values())
    assert int(years[-1]) - int(years[0]) >= 4
    followed = [one["person"] for one in first.links["people"]["clusters"] if one["person"][1:].isdigit()]
    assert followed == [f"P{number}" for number in range(1, 11)]
    assert len(first.links["bodies"]["clusters"]) >= 6
    assert {link["relation"] for link in first.links["commitments"]} == RELATIONS


def test_every_quote_stands_exactly_once_in_its_article(chronicle: Chronicle) -> None:
    assert [(i, quote) for i, quote in chronicle.quotes() if chronicle.articles[i]["text"].count(quote) != 1] == []


@pytest.mark.parametrize("kind", ["commitments", "optional"])
def test_a_link_leads_back_in_time_and_is_given_once(chronicle: Chronicle, kind: str) -> None:
    links = chronicle.links[kind]
    assert [link for link in links if link["relation"] not in RELATIONS] == []
    assert [link for link in links if chronicle.published(link["from"]) < chronicle.published(link["to"])] == []
    if kind == "commitments":  # what one article says twice is no later word
        assert [link for link in links if link["from"]["id"] == link["to"]["id"]] == []


def test_no_link_is_given_twice(chronicle: Chronicle) -> None:
    ends = Counter(
        (link["relation"], *(link[end][part] for end in ("from", "to") for part in ("id", "quote")))
        for link in chronicle.related
    )
    assert [link for link, times in ends.items() if times > 1] == []


def test_people_and_bodies_stand_once_an_article_under_a_name_and_people_are_named_in_it(chronicle: Chronicle) -> None:
    for kind in ("people", "bodies"):
        mentions = [(m["id"], m["name"]) for one in chronicle.links[kind]["clusters"] for m in one["mentions"]]
        assert [mention for mention, times in Counter(mentions).items() if times > 1] == []
        assert {article for article, _ in mentions} <= chronicle.articles.keys()
        if kind == "people":
            assert [(i, name) for i, name in mentions if name not in chronicle.articles[i]["text"]] == []


def test_posts_without_a_name_belong_to_people_of_the_chronicle(chronicle: Chronicle) -> None:
    known = {one["person"] for one in chronicle.links["people"]["clusters"]}
    assert {post["person"] for post in chronicle.links["posts_unnamed"]} <= known


def test_homonyms_and_successions_are_in_it(first: Chronicle) -> None:
    names = Counter(name for one in first.links["people"]["clusters"] for name in {m["name"] for m in one["mentions"]})
    assert sorted(name for name, people in names.items() if people > 1) == ["Hà Thị Quyên", "Nguyễn Văn Thạc"]
    bodies = {one["body"] for one in first.links["bodies"]["clusters"]}
    assert {one[end] for one in first.links["bodies"]["successions"] for end in ("from", "to")} <= bodies


def test_undecided_events_are_events_of_it(first: Chronicle) -> None:
    named = {event["event"] for event in first.links["events"]["same"]}
    assert len(named) == len(first.links["events"]["same"])
    assert {event for one in first.links["events"]["undecided"] for event in one["events"]} <= named


def test_the_parts_are_all_of_it(chronicle: Chronicle) -> None:
    parts = [
        i for part in chronicle.parts.values() for like in part for i in chronicle.articles if fnmatchcase(i, like)
    ]
    assert sorted(parts) == sorted(chronicle.articles)
