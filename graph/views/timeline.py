"""What happened to somebody, some body or place, or to a promise, day by day, in the articles' own words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from camket.graph import edtf, lookup
from camket.graph.errors import QueryError, UsageError
from camket.graph.meant import Meaning, meant
from camket.graph.store import Dataset
from camket.graph.views.entity import EntityPage, Holding, Told, entity_page
from camket.graph.views.sources import Source, sources
from camket.graph.views.steps import Step, steps
from camket.graph.views.undertakings import KINDS, Choice, Undertaking, undertaking, undertakings

MADE: Final = "promised"
DUE: Final = "due"

_OWN: Final = {"pledge": MADE, "goal": "set a goal", "directive": "was told to", "expectation": "is hoped to"}
_UNKNOWN_DAY: Final = "9999-12-31"  # what has no date comes last


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened. on: when (EDTF), as the text says, else when it was published; None if unknown.

    what: in a word or two. words: the clause that says it. about: the earlier promise that it is about. fact: its IRI,
    None where several articles tell it. outlet, title, url: "" if unknown.
    """

    on: str | None
    what: str
    words: str
    about: str | None
    fact: str | None
    article: str | None
    published: str | None
    outlet: str = ""
    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lines on one thing, the earliest first; `name` is a promise's words where it is on a promise."""

    name: str
    kind: str
    iri: str
    lines: tuple[Line, ...]


def check_days(*days: str | None) -> None:
    """Raises UsageError for what is no date."""
    for day in days:
        if day is not None and not edtf.is_edtf(day):
            raise UsageError(f"{day!r} is no date: write 2025, 2025-06 or 2025-06-30")


def timeline(dataset: Dataset, name: str, *, since: str | None = None, until: str | None = None) -> Timeline:
    """The timeline of what is called `name`, or of the promise whose IRI it is.

    since, until: only what falls wholly or partly in that time (EDTF). Raises UsageError for what is no date,
    QueryError for the IRI of no promise, and what `lookup.find_one` raises for a name.
    """
    check_days(since, until)
    promise = _promise(dataset, name)
    if promise is not None:
        heading, lines = (
            (f"{', '.join(promise.who)}: {promise.words}", promise.kind, promise.iri),
            _life(dataset, promise),
        )
    else:
        match = lookup.find_one(dataset, name)
        heading, lines = (match.name, match.kind, match.iri), _entity(dataset, entity_page(dataset, match))
    known = sources(dataset)
    sourced = [replace(line, **_source(line, known)) for line in lines if _is_within(line, since, until)]
    return Timeline(*heading, tuple(sorted(sourced, key=_order)))


def _promise(dataset: Dataset, name: str) -> Undertaking | None:
    """The undertaking that `name` is the IRI of; None where `name` is a name. Raises QueryError where there is none."""
    meaning, iri = meant(dataset, name)
    if meaning is not Meaning.FACT:
        return None
    if (found := undertaking(dataset, iri)) is None:
        raise QueryError(f"no promise is called {name!r}: `camket commitments --format csv` shows the IRIs of promises")
    return found


def _life(dataset: Dataset, promise: Undertaking) -> list[Line]:
    """A promise, those it was made out of and those made of it, and what was told of any of them."""
    known = steps(dataset)
    chain = _chain(promise.iri, known)
    every = undertakings(dataset, Choice(kinds=tuple(KINDS)))
    told = {one.iri: one for one in every if one.iri in chain}
    mine = [step for step in known if step.earlier in chain]
    return [
        *_undertaken(told.values(), mine, None),
        *_stepped(mine, {iri: one.words for iri, one in told.items()}),
        *_deadlines(told.values()),
    ]


def _chain(iri: str, known: Sequence[Step]) -> set[str]:
    """An undertaking and all that are linked with it through steps, as far as they lead."""
    near: dict[str, set[str]] = {}
    for step in known:
        near.setdefault(step.earlier, set()).add(step.later)
        near.setdefault(step.later, set()).add(step.earlier)
    chain, waiting = {iri}, [iri]
    while waiting:
        fresh = near.get(waiting.pop(), set()) - chain
        chain |= fresh
        waiting += sorted(fresh)
    return chain


def _entity(dataset: Dataset, page: EntityPage) -> list[Line]:
    """All that happened to a person, body, place, group or post."""
    own = [*page.commitments, *page.tasks]
    every = {one.iri: one for one in (*own, *page.gains, *page.stated)}
    mine = [step for step in steps(dataset) if step.earlier in every]
    lines = [
        *_held(page),
        *(_line(rank.attested, "rank", rank.rank, None, None, rank.article, rank.attested) for rank in page.ranks),
        *(_line(change.on, "ended", change.name, change.source, None, None, None) for change in page.fate.ended),
        *_undertaken(own, mine, page.name),
        *_undertaken(page.gains, mine, None, "was promised"),
        *_undertaken([one for one in page.stated if one not in page.gains], mine, None, "said for others"),
        *_stepped(mine, {iri: one.words for iri, one in every.items()}),
        *_told(page.events, "event"),
        *_told(page.refusals, "declined"),
        *_told(page.observations, "result"),
        *_told(page.assessments, "outcome"),
    ]
    said = {(line.article, line.words) for line in lines}
    statements = [one for one in page.statements if (one.article, one.words) not in said]
    return _once([*lines, *_told(statements, "said")])


def _held(page: EntityPage) -> Iterator[Line]:
    """Each post when it is first attested, held or held formerly, and in how many articles."""
    first: dict[tuple[str, str, bool], list[Holding]] = {}
    for holding in page.posts:
        first.setdefault((holding.who, holding.post, holding.former), []).append(holding)
    for (who, post, former), holdings in first.items():
        one, times = holdings[0], len({holding.article for holding in holdings})
        words = (post if who == page.name else f"{who}: {post}") + (f" ({times} articles)" if times > 1 else "")
        yield _line(one.attested, "held before" if former else "holds", words, None, None, one.article, one.attested)


def _undertaken(
    found: Iterable[Undertaking], known: Sequence[Step], name: str | None, what: str | None = None
) -> Iterator[Line]:
    """Undertakings but those that are told as steps of an earlier one. name: whose they are, None to tell whose."""
    later = {step.later for step in known}
    for one in found:
        if one.iri not in later:
            others = [who for who in one.who if who != name]
            words = f"{', '.join(others)}: {one.words}" if others else one.words
            yield _line(one.published, what or _OWN[one.kind], words, None, one.iri, one.article, one.published)


def _stepped(known: Iterable[Step], words: dict[str, str]) -> Iterator[Line]:
    seen = set()
    for step in known:
        if (step.later, step.step) not in seen:
            seen.add((step.later, step.step))
            what = f"moved to {step.due}" if step.step == "moved" else step.step
            on = step.said or step.published
            yield _line(on, what, step.words, words.get(step.earlier), step.later, step.article, step.published)


def _deadlines(found: Iterable[Undertaking]) -> Iterator[Line]:
    for due in sorted({one.due for one in found if one.due}):
        yield _line(due, DUE, "", None, None, None, None)


def _told(found: Iterable[Told], what: str) -> Iterator[Line]:
    for one in found:
        yield _line(one.on or one.published, what, one.words, None, one.iri, one.article, one.published)


def _line(
    on: str | None, what: str, words: str, about: str | None, fact: str | None, article: str | None, day: str | None
) -> Line:
    return Line(on, what, words, about, fact, article, day)


def _once(lines: Iterable[Line]) -> list[Line]:
    """The lines without those that tell a fact which a line before them tells."""
    seen: set[str] = set()
    kept = []
    for line in sorted(lines, key=lambda line: line.about is None):  # what became of a promise comes first
        if line.fact is None or line.fact not in seen:
            kept.append(line)
            seen.update(filter(None, [line.fact]))
    return kept


def _source(line: Line, known: dict[str, Source]) -> dict[str, str]:
    source = known.get(line.article or "", Source())
    return {"outlet": source.outlet, "title": source.title, "url": source.url}


def _is_within(line: Line, since: str | None, until: str | None) -> bool:
    if since is None and until is None:
        return True
    if line.on is None:
        return False
    is_early = since is not None and edtf.last_day(line.on) < edtf.first_day(since)
    is_late = until is not None and edtf.first_day(line.on) > edtf.last_day(until)
    return not (is_early or is_late)


def _order(line: Line) -> tuple[str, str, int, str, str]:
    """By day, of deadlines the last; then as articles tell it."""
    day = edtf.last_day if line.what == DUE else edtf.first_day
    on = day(line.on).isoformat() if line.on else _UNKNOWN_DAY
    start = line.fact.rpartition("=")[2].partition(",")[0] if line.fact else ""
    return (on, line.article or "", int(start) if start.isdigit() else 0, line.what, line.words)
