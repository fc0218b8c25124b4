"""The chronicle's links are what docs/annotation.md says links are: every quote can be found, and order is kept."""

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
SET: dict[str, Any] = tomllib.loads((HERE / "sets.toml").read_text(encoding="utf-8"))["links"][0]
ARTICLES = {
    article["id"]: article
    for article in map(json.loads, (ROOT / SET["articles"]).read_text(encoding="utf-8").splitlines())
}
LINKS: dict[str, Any] = json.loads((ROOT / SET["links"]).read_text(encoding="utf-8"))
RELATIONS = {"restates", "revises", "renews", "refuses", "fulfils", "partlyFulfils", "misses"}
RELATED = LINKS["commitments"] + LINKS["optional"]


def published(mention: dict[str, Any]) -> str:
    return str(ARTICLES[mention["id"]]["published"])


def quotes() -> Iterator[tuple[str, str]]:
    """Article and quote of everything that is quoted."""
    events = LINKS["events"]["same"] + LINKS["events"]["different"]
    ends = [link[end] for link in RELATED for end in ("from", "to")]
    alone = [*LINKS["posts_unnamed"], *LINKS["not_commitments"], *LINKS["lookalike_goals"], *LINKS["nothing_said"]]
    for one in ends + [mention for event in events for mention in event["mentions"]] + alone:
        yield one["id"], one["quote"]


def test_there_is_what_issue_5_asks_for() -> None:
    assert len(ARTICLES) >= 60
    years = sorted(str(article["published"])[:4] for article in ARTICLES.values())
    assert int(years[-1]) - int(years[0]) >= 4
    followed = [one["person"] for one in LINKS["people"]["clusters"] if one["person"][1:].isdigit()]
    assert followed == [f"P{number}" for number in range(1, 11)]
    assert len(LINKS["bodies"]["clusters"]) >= 6
    assert {link["relation"] for link in LINKS["commitments"]} == RELATIONS


def test_every_quote_stands_exactly_once_in_its_article() -> None:
    assert [(i, quote) for i, quote in quotes() if ARTICLES[i]["text"].count(quote) != 1] == []


@pytest.mark.parametrize("kind", ["commitments", "optional"])
def test_a_link_leads_back_in_time_and_is_given_once(kind: str) -> None:
    links = LINKS[kind]
    assert [link for link in links if link["relation"] not in RELATIONS] == []
    assert [link for link in links if published(link["from"]) < published(link["to"])] == []
    if kind == "commitments":  # what one article says twice is no later word
        assert [link for link in links if link["from"]["id"] == link["to"]["id"]] == []


def test_no_link_is_given_twice() -> None:
    ends = Counter(
        (link["relation"], *(link[end][part] for end in ("from", "to") for part in ("id", "quote"))) for link in RELATED
    )
    assert [link for link, times in ends.items() if times > 1] == []


def test_people_and_bodies_stand_once_an_article_under_a_name_and_people_are_named_in_it() -> None:
    for kind in ("people", "bodies"):
        mentions = [(m["id"], m["name"]) for one in LINKS[kind]["clusters"] for m in one["mentions"]]
        assert [mention for mention, times in Counter(mentions).items() if times > 1] == []
        assert {article for article, _ in mentions} <= ARTICLES.keys()
        if kind == "people":
            assert [(i, name) for i, name in mentions if name not in ARTICLES[i]["text"]] == []


def test_posts_without_a_name_belong_to_people_of_the_chronicle() -> None:
    known = {one["person"] for one in LINKS["people"]["clusters"]}
    assert {post["person"] for post in LINKS["posts_unnamed"]} <= known


def test_homonyms_and_successions_are_in_it() -> None:
    names = Counter(name for one in LINKS["people"]["clusters"] for name in {m["name"] for m in one["mentions"]})
    assert sorted(name for name, people in names.items() if people > 1) == ["Hà Thị Quyên", "Nguyễn Văn Thạc"]
    bodies = {one["body"] for one in LINKS["bodies"]["clusters"]}
    assert {one[end] for one in LINKS["bodies"]["successions"] for end in ("from", "to")} <= bodies


def test_undecided_events_are_events_of_it() -> None:
    named = {event["event"] for event in LINKS["events"]["same"]}
    assert len(named) == len(LINKS["events"]["same"])
    assert {event for one in LINKS["events"]["undecided"] for event in one["events"]} <= named


def test_the_parts_are_all_of_it() -> None:
    parts = [i for part in SET["parts"].values() for like in part for i in ARTICLES if fnmatchcase(i, like)]
    assert sorted(parts) == sorted(ARTICLES)
