"""Why two are one person, body or place, or why they are two."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from camket.graph.identity.bearers import Bearer
from camket.graph.identity.clusters import Named
from camket.graph.identity.doubt import against
from camket.graph.identity.joins import Ground, Join
from camket.graph.identity.judgements import Verdict
from camket.graph.identity.resolution import Resolved
from camket.graph.judging.finding import Finder, Meant
from camket.graph.judging.reading import Resolution, opened
from camket.graph.store import open_dataset

NO_JOIN: Final = "nothing joins them"


@dataclass(frozen=True, slots=True)
class Side:
    """One article's word on somebody: its id and date, the name there, what it tells, and where that is mentioned."""

    article: str
    published: str
    name: str
    tells: tuple[str, ...]
    mention: str


@dataclass(frozen=True, slots=True)
class Step:
    """One join on the way from one to the other. ground: the concept's local name; shared: what both have."""

    ground: str
    shared: str
    earlier: Side
    later: Side


@dataclass(frozen=True, slots=True)
class Why:
    """Why two are one (`steps`, the joins between them) or two (`against`, what speaks against their being one)."""

    one: str
    other: str
    same: bool
    steps: tuple[Step, ...]
    against: tuple[str, ...]
    sides: tuple[Side, ...]


def why(store: str | Path, one: str, other: str) -> Why:
    """Why two are one or two. one, other: as `Finder.find` takes them."""
    with opened(Path(store)) as (folder, database):
        finder = Finder(database, open_dataset(Path(store)))
        a, b = finder.find(one), finder.find(other)
        resolution = Resolution(database, folder.base)
        found = resolution.together({a.bearer.block, b.bearer.block})
        mine, theirs = _holding(found, a), _holding(found, b)
        sides = (side(a.bearer), side(b.bearer))
        if mine is theirs:
            return Why(a.iri, b.iri, True, tuple(_way(mine.joins, a, b)), (), sides)
        judged = [
            str(p.judgement)
            for p in resolution.pairs
            if p.judgement.verdict is Verdict.DIFFERENT and _parts(_named(p.one), _named(p.other), mine, theirs)
        ]
        return Why(a.iri, b.iri, False, (), tuple(against(mine, theirs, judged)), sides)


def joins_of(store: str | Path, name: str) -> Why:
    """All that joins the bearers of one person, body or place. name: as `Finder.find` takes it."""
    with opened(Path(store)) as (folder, database):
        meant = Finder(database, open_dataset(Path(store))).find(name)
        found = _holding(Resolution(database, folder.base).together({meant.bearer.block}), meant)
        steps = tuple(step(join) for join in _firmest_first(found.joins))
        return Why(meant.iri, meant.iri, True, steps, (), tuple(side(bearer) for bearer in found.bearers))


def side(bearer: Bearer) -> Side:
    """What an article tells of somebody."""
    known = bearer.evidence
    posts = tuple(f"{'former: ' if post.former else ''}{post.words}" for post in known.posts)
    places = tuple(" < ".join(chain) for chain in known.territories if bearer.folder != "person")
    mention = f"article/{bearer.article}#char={bearer.start},{bearer.end}"
    return Side(bearer.article, bearer.published, bearer.name, posts + known.ranks + places, mention)


def step(join: Join) -> Step:
    """One join as it is shown."""
    return Step(join.ground, join.shared, side(join.earlier), side(join.later))


def _holding(found: Iterable[Resolved], meant: Meant) -> Resolved:
    return next(one for one in found if meant.bearer in one.bearers)


def _parts(one: Named, other: Named, mine: Resolved, theirs: Resolved) -> bool:
    names = [{_named(bearer) for bearer in side.bearers} for side in (mine, theirs)]
    return (one in names[0] and other in names[1]) or (one in names[1] and other in names[0])


def _named(bearer: Bearer) -> Named:
    return (bearer.article, bearer.key)


def _way(joins: Sequence[Join], one: Meant, other: Meant) -> Iterator[Step]:
    """The joins between two bearers; all of them where the same thing was named as a whole twice."""
    start, end = _named(one.bearer), _named(other.bearer)
    if start == end:
        yield from (step(join) for join in _firmest_first(joins))
        return
    near: dict[Named, list[tuple[Named, Join]]] = {}
    for join in joins:
        near.setdefault(_named(join.earlier), []).append((_named(join.later), join))
        near.setdefault(_named(join.later), []).append((_named(join.earlier), join))
    came: dict[Named, tuple[Named, Join] | None] = {start: None}
    queue = [start]
    for here in queue:
        for there, join in near.get(here, ()):
            if there not in came:
                came[there] = (here, join)
                queue.append(there)
    way = []
    while (back := came[end]) is not None:
        end = back[0]
        way.append(step(back[1]))
    yield from reversed(way)


def _firmest_first(joins: Iterable[Join]) -> list[Join]:
    order = {ground: place for place, ground in enumerate(Ground)}
    return sorted(joins, key=lambda join: (order[join.ground], join.later.published, join.later.article))
