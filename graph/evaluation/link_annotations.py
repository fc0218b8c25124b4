"""What a careful reader says is the same in several articles, and what became of promises: one file for all.

`docs/annotation.md` describes it. Written pair by pair (people as `same`, `homonyms` and `alike_but_different`,
bodies as `different`) it is read too, and then only those pairs are judged.
"""

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from camket.graph.errors import UsageError
from camket.graph.evaluation.account import Extent
from camket.graph.evaluation.annotations import extent_of

RELATIONS: Final = ("restates", "revises", "renews", "refuses", "fulfils", "partlyFulfils", "misses")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something by its name in an article."""

    article: str
    name: str


@dataclass(frozen=True, slots=True)
class Clause:
    """Words of an article, and where they stand."""

    article: str
    extent: Extent
    words: str


Mention = TypeVar("Mention", Named, Clause)
NamedPair: TypeAlias = tuple[Named, Named]
ClausePair: TypeAlias = tuple[Clause, Clause]


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Who or what is one: clusters by id, and pairs of mentions that are the same or two."""

    clusters: Mapping[str, tuple[Named, ...]]
    same: tuple[NamedPair, ...]
    different: tuple[NamedPair, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A later fact, and the earlier undertaking that it restates, revises, renews, refuses, keeps or misses."""

    relation: str
    later: Clause
    earlier: Clause


@dataclass(frozen=True, slots=True)
class LinkGold:
    """The annotator's file; `within`: beginnings of ids, links are annotated only between articles that share one."""

    people: Likenesses
    bodies: Likenesses
    posts: tuple[tuple[Clause, str], ...]
    same_events: tuple[ClausePair, ...]
    different_events: tuple[ClausePair, ...]
    links: tuple[Link, ...]
    optional: tuple[Link, ...]
    traps: tuple[Clause, ...]
    lookalikes: tuple[Clause, ...]
    nothing_said: tuple[Clause, ...]
    within: tuple[str, ...]

    @property
    def relations(self) -> frozenset[str]:
        """The relations that the annotator tells apart."""
        return frozenset(link.relation for link in self.links)


def read_links(path: Path, texts: Mapping[str, str]) -> LinkGold:
    """The annotations in a file, about the articles in `texts` (article id to stored text).

    Raises UsageError where there is no such file, it holds no such annotations, or an article is missing.
    """
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        return _Reader(texts).gold(gold)
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}): give the file with the links") from None
    except _UnknownArticleError as error:
        raise UsageError(f"{path} speaks of article {error}, which is not among the {len(texts)} articles") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{path} holds no links between articles ({type(error).__name__}: {error}): see docs/annotation.md"
        ) from None


class _UnknownArticleError(Exception):
    """The id of an article that is not there."""


class _Reader:
    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def gold(self, gold: dict[str, Any]) -> LinkGold:
        events = gold["events"]
        return LinkGold(
            people=self._likenesses(gold["people"]),
            bodies=self._likenesses(gold["bodies"]),
            posts=tuple((self._clause(post), post["person"]) for post in gold.get("posts_unnamed", ())),
            same_events=tuple(_inside(map(self._clauses, events["same"]))),
            different_events=tuple(self._different_events(events)),
            links=tuple(map(self._link, gold["commitments"])),
            optional=tuple(map(self._link, gold.get("optional", ()))),
            traps=tuple(map(self._clause, gold["not_commitments"])),
            lookalikes=tuple(map(self._clause, gold.get("lookalike_goals", ()))),
            nothing_said=tuple(map(self._clause, gold.get("nothing_said", ()))),
            within=tuple(gold.get("links_within", ("",))),
        )

    def _likenesses(self, gold: dict[str, Any]) -> Likenesses:
        if "clusters" not in gold:
            return self._pair_by_pair(gold)
        clusters = {
            one.get("person") or one["body"]: tuple(self._named(m["id"], m["name"]) for m in one["mentions"])
            for one in gold["clusters"]
        }
        groups = list(clusters.values())
        return Likenesses(clusters, tuple(_inside(groups)), tuple(_across(groups)))

    def _pair_by_pair(self, gold: dict[str, Any]) -> Likenesses:
        one = [[self._named(m["id"], entry["name"]) for m in entry["mentions"]] for entry in gold.get("same", ())]
        several = [
            [[self._named(i, entry["name"]) for i in person["ids"]] for person in entry["persons"]]
            for entry in gold.get("homonyms", ())
        ]
        several += [
            [[self._named(i, name)] for name in entry["names"]]
            for entry in gold.get("alike_but_different", ())
            for i in entry["ids"]
        ]
        for entry in gold.get("different", ()):
            by_name: dict[str, list[Named]] = {}
            for body in entry["bodies"]:
                by_name.setdefault(body["name"], []).append(self._named(body["id"], body["name"]))
            one += by_name.values()
            several.append(list(by_name.values()))
        clusters = {f"{group[0].name} {number}": tuple(group) for number, group in enumerate(one)}
        return Likenesses(clusters, tuple(_inside(one)), tuple(pair for groups in several for pair in _across(groups)))

    def _different_events(self, events: dict[str, Any]) -> Iterator[ClausePair]:
        yield from _inside(map(self._clauses, events["different"]))
        undecided = [set(one["events"]) for one in events.get("undecided", ())]
        for one, other in itertools.combinations(events["same"], 2):
            if not any({one["event"], other["event"]} <= pair for pair in undecided):
                yield from _across([self._clauses(one), self._clauses(other)])

    def _link(self, link: dict[str, Any]) -> Link:
        if link["relation"] not in RELATIONS:
            raise ValueError(f"relation {link['relation']!r} is none of {', '.join(RELATIONS)}")
        return Link(link["relation"], self._clause(link["from"]), self._clause(link["to"]))

    def _clauses(self, event: dict[str, Any]) -> list[Clause]:
        return [self._clause(mention) for mention in event["mentions"]]

    def _clause(self, mention: dict[str, Any]) -> Clause:
        return Clause(mention["id"], extent_of(mention["quote"], self._text(mention["id"])), mention["quote"])

    def _named(self, article: str, name: str) -> Named:
        self._text(article)
        return Named(article, name)

    def _text(self, article: str) -> str:
        if article not in self._texts:
            raise _UnknownArticleError(article)
        return self._texts[article]


def _inside(groups: Iterable[Iterable[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of two of one group."""
    for group in groups:
        yield from itertools.combinations(group, 2)


def _across(groups: Iterable[Iterable[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of one of a group and one of another."""
    for one, other in itertools.combinations(groups, 2):
        yield from itertools.product(one, other)
