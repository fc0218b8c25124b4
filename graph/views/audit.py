"""How checkable promises are: each with the parts it names, and those who make them ranked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from camket.graph.errors import UsageError
from camket.graph.lookup import CLASSES
from camket.graph.store import Dataset
from camket.graph.views.measurability import PARTS, Wording, is_checkable, is_measurable, named_parts
from camket.graph.views.rows import Row, select
from camket.graph.views.undertakings import Choice, Undertaking, undertakings

SCORE: Final = (
    "score: so large a share of promises is checkable at least, by the 95 % Wilson interval: few promises, low score"
)
Z: Final = 1.959964  # of a normal distribution, 95 % within
DIGITS: Final = 3

WHO: Final = {"bodies": "body", "people": "person", "places": "place", "posts": "post"}
"""Who may be ranked, by the word that a user chooses them by."""

_GROUP: Final = "group"
_ACTORS: Final = """SELECT DISTINCT ?x ?thing ?sort ?name WHERE {{
  {chosen}
  ?x ck:actor ?thing . ?thing a ?sort_class ; skos:prefLabel ?name .
  VALUES (?sort_class ?sort) {{ {classes} }}
}}"""
_NUMBERS: Final = """SELECT DISTINCT ?x ?measure ?unit ?change WHERE {{
  {chosen}
  ?x ck:measure ?measure .
  OPTIONAL {{ ?measure ck:unit/skos:notation ?unit }}
  OPTIONAL {{ ?measure ck:change/skos:notation ?change }}
}}"""
_TOLD_AGAIN: Final = "SELECT DISTINCT ?later ?x WHERE {{ {chosen} ?later ck:restates ?x }}"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is to keep a promise."""

    name: str
    kind: str
    iri: str


@dataclass(frozen=True, slots=True)
class AuditedPromise:
    """A promise and which of PARTS it names; `told`: how many articles' words say it, those that restate it included.

    The parts are those that any of these names; all else is of the first.
    """

    iri: str
    kind: str
    who: tuple[Actor, ...]
    words: str
    names: tuple[str, ...]
    lacks: tuple[str, ...]
    checkable: bool
    measurable: bool
    due: str | None
    told: int
    article: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Ranked:
    """How checkable somebody's promises are. `share`, `score`: 0 to 1; `named`: how many promises name each part."""

    name: str
    kind: str
    iri: str
    promises: int
    checkable: int
    measurable: int
    share: float
    score: float
    named: dict[str, int]


def audited(dataset: Dataset, choice: Choice | None = None) -> list[AuditedPromise]:
    """Each promise chosen with what it names, in the order of their articles; one that is told again stands once."""
    choice = choice or Choice()
    found = undertakings(dataset, choice)
    chosen = choice.pattern()
    classes = " ".join(f'({term} "{kind}")' for term, kind in CLASSES.items())
    actors: dict[str, set[Actor]] = defaultdict(set)
    for row in select(dataset, _ACTORS.format(chosen=chosen, classes=classes)):
        actors[row["x"]].add(Actor(row["name"], row["sort"], row["thing"]))
    numbers: dict[str, list[Row]] = defaultdict(list)
    for row in select(dataset, _NUMBERS.format(chosen=chosen)):
        numbers[row["x"]].append(row)
    again = [(row["later"], row["x"]) for row in select(dataset, _TOLD_AGAIN.format(chosen=chosen))]
    return [
        _promise(tellings, [sorted(actors[one.iri], key=lambda actor: (actor.name, actor.iri)) for one in tellings],
                 [numbers[one.iri] for one in tellings])
        for tellings in _tellings(found, again)
    ]  # fmt: skip


def ranked(
    promises: Iterable[AuditedPromise], who: Sequence[str] = tuple(WHO), only: Collection[str] | None = None
) -> list[Ranked]:
    """Who made the promises, the most checkable first; nameless groups are not ranked.

    who: of WHO, those to rank. only: these IRIs, None for all. Raises UsageError for what is not in WHO.
    """
    check_who(who)
    kinds = {WHO[word] for word in who}
    made: dict[Actor, list[AuditedPromise]] = defaultdict(list)
    for promise in promises:
        for actor in promise.who:
            if actor.kind in kinds and (only is None or actor.iri in only):
                made[actor].append(promise)
    return sorted((_ranked(actor, theirs) for actor, theirs in made.items()), key=_rank)


def check_who(who: Iterable[str]) -> None:
    """Raises UsageError for a word that is not in WHO."""
    for word in who:
        if word not in WHO:
            raise UsageError(f"nobody is ranked as {word!r}: use {', '.join(WHO)}")


def wilson(successes: int, trials: int) -> float:
    """The lower end of the 95 % Wilson score interval of a share; 0 of no trials."""
    if not trials:
        return 0.0
    share, square = successes / trials, Z * Z
    middle = share + square / (2 * trials)
    spread = Z * sqrt((share * (1 - share) + square / (4 * trials)) / trials)
    return max(0.0, (middle - spread) / (1 + square / trials))


def _tellings(found: list[Undertaking], again: Iterable[tuple[str, str]]) -> list[list[Undertaking]]:
    """Promises with those that say them again, the first of each first."""
    place = {one.iri: number for number, one in enumerate(found)}
    first = list(range(len(found)))

    def root(number: int) -> int:
        while first[number] != number:
            number = first[number]
        return number

    for later, earlier in sorted(again):
        if later in place and earlier in place:
            a, b = sorted((root(place[later]), root(place[earlier])))
            first[b] = a
    groups: dict[int, list[Undertaking]] = defaultdict(list)
    for number, one in enumerate(found):
        groups[root(number)].append(one)
    return [groups[number] for number in sorted(groups)]


def _promise(tellings: list[Undertaking], actors: list[list[Actor]], numbers: list[list[Row]]) -> AuditedPromise:
    said = [_wording(*telling) for telling in zip(tellings, actors, numbers, strict=True)]
    parts = [named_parts(one) for one in said]
    named = frozenset().union(*parts)
    one = tellings[0]
    return AuditedPromise(
        iri=one.iri,
        kind=one.kind,
        who=tuple(dict.fromkeys(actor for some in actors for actor in some)),
        words=one.words,
        names=tuple(part for part in PARTS if part in named),
        lacks=tuple(part for part in PARTS if part not in named),
        checkable=is_checkable(named),
        measurable=is_measurable(named, changes=any(telling.changes for telling in said)),
        due=next((telling.due for telling in tellings if telling.due), None),
        told=len({telling.article for telling in tellings}),
        article=one.article,
        published=one.published,
    )


def _wording(one: Undertaking, actors: list[Actor], numbers: list[Row]) -> Wording:
    return Wording(
        words=one.words,
        cue=one.cue or "",
        named=any(actor.kind != _GROUP for actor in actors),
        units=tuple(row.get("unit", "") for row in numbers),
        changes=any(row.get("change", "level") != "level" for row in numbers),
        due=one.due,
    )


def _rank(one: Ranked) -> tuple[float, int, str, str]:
    """More promises weigh for whoever makes checkable ones, and against whoever makes none."""
    return -one.score, -one.promises if one.checkable else one.promises, one.name, one.iri


def _ranked(actor: Actor, promises: list[AuditedPromise]) -> Ranked:
    checkable = sum(promise.checkable for promise in promises)
    return Ranked(
        name=actor.name,
        kind=actor.kind,
        iri=actor.iri,
        promises=len(promises),
        checkable=checkable,
        measurable=sum(promise.measurable for promise in promises),
        share=round(checkable / len(promises), DIGITS),
        score=round(wilson(checkable, len(promises)), DIGITS),
        named={part: sum(part in promise.names for promise in promises) for part in PARTS},
    )
