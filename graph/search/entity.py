"""What is told of one person, body or place: posts over time, and facts section by section, the newest first."""

import sqlite3
from typing import Final, TypedDict

from camket.graph.errors import UsageError
from camket.graph.search.facts import Source, Thing, ToldFact, load

SECTIONS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "commitments": (("actor",), ("pledge", "goal")),
    "tasks": (("actor",), ("directive", "expectation")),
    "gains": (("beneficiary",), ("pledge", "goal", "directive", "expectation")),
    "stated": (("speaker",), ("pledge", "goal", "directive", "expectation")),
    "refusals": (("actor",), ("refusal",)),
    "statements": (("speaker", "behalf"), ("statement",)),
    "events": (("attendee", "organizer", "location"), ("event",)),
    "assessments": (("actor",), ("assessment",)),
    "observations": (("of",), ("observation",)),
    "ranks": (("holder",), ("rank",)),
}
"""The sections of a page: the roles a thing has in their facts, and the facts' kinds."""

_EVENTS: Final = "events"

TENURES: Final = 200
MET: Final = 40

_PARTS: Final = """SELECT DISTINCT day, fact FROM part
    WHERE thing = ? AND role IN ({roles}) AND kind IN ({kinds})"""
_NOT_OWN: Final = """ AND NOT EXISTS (
    SELECT 1 FROM part AS own WHERE own.fact = part.fact AND own.role = 'actor' AND own.thing = part.thing)"""
_TENURES: Final = """SELECT member.thing, post.thing, body.thing, json_extract(details, '$.role'),
    json_extract(details, '$.former'), MIN(fact.day || ' ' || json_extract(details, '$.on')),
    MAX(fact.day || ' ' || json_extract(details, '$.on')), COUNT(*), MAX(fact.day || ' ' || fact.iri)
    FROM part AS own JOIN fact ON fact.n = own.fact
    JOIN part AS member ON member.fact = fact.n AND member.role = 'member'
    LEFT JOIN part AS post ON post.fact = fact.n AND post.role = 'post'
    LEFT JOIN part AS body ON body.fact = fact.n AND body.role = 'organization'
    WHERE own.thing = ? AND own.role IN ('member', 'organization') AND own.kind = 'membership'
    GROUP BY 1, 2, 3, 4, 5 ORDER BY 8 DESC, 7 DESC, 9 LIMIT ?"""
_ONCE: Final = """SELECT n, day, first FROM (SELECT found.fact AS n, found.day AS day,
    MIN(COALESCE(article.day, '~') || article.iri || fact.iri) AS first FROM ({facts}) AS found
    JOIN fact ON fact.n = found.fact JOIN article ON article.n = fact.article
    LEFT JOIN telling ON telling.fact = found.fact GROUP BY COALESCE(telling.occasion, found.fact))
    ORDER BY day DESC, first LIMIT ? OFFSET ?"""
_MET: Final = """SELECT thing.iri, thing.name, thing.kind,
    COUNT(DISTINCT COALESCE(telling.occasion, other.fact)) AS times FROM part AS own
    JOIN part AS other ON other.fact = own.fact AND other.role = 'attendee' AND other.thing <> own.thing
    JOIN thing ON thing.n = other.thing LEFT JOIN telling ON telling.fact = other.fact
    WHERE own.thing = ? AND own.role = 'attendee' AND own.kind = 'event'
    GROUP BY other.thing ORDER BY times DESC, thing.name, thing.iri LIMIT ?"""
_MENTIONS: Final = """SELECT article.iri, identifier, title, outlet, published, url, start, times
    FROM mention JOIN article ON article.n = mention.article WHERE mention.thing = ?
    ORDER BY mention.day DESC, article.iri LIMIT ? OFFSET ?"""


class Tenure(TypedDict):
    """A post as articles attest it: by how many, from the first date to the last that one was published (EDTF)."""

    member: Thing
    post: str
    body: Thing | None
    former: bool
    first: str | None
    last: str | None
    times: int
    sample: ToldFact


class Met(Thing):
    """Whom one meets, and at how many events."""

    times: int


class Mention(TypedDict):
    """An article that mentions the thing: where first, and how often."""

    article: Source
    start: int
    times: int


def number(index: sqlite3.Connection, iri: str) -> int | None:
    """The number under which the index knows a thing, None where it does not."""
    row = index.execute("SELECT n FROM thing WHERE iri = ?", (iri,)).fetchone()
    return None if row is None else int(row[0])


def counts(index: sqlite3.Connection, thing: int) -> dict[str, int]:
    """How many facts there are in each section that has any."""
    found = {name: _count(index, thing, name) for name in SECTIONS}
    return {name: count for name, count in found.items() if count}


def section(index: sqlite3.Connection, thing: int, name: str, *, limit: int, offset: int = 0) -> list[ToldFact]:
    """Facts of a section, the newest first; of what several articles tell of the one told first.

    Raises UsageError for a section that there is not.
    """
    if name not in SECTIONS:
        raise UsageError(f"no section is called {name!r}: use {', '.join(SECTIONS)}, mentions")
    if name == _EVENTS:
        rows = index.execute(_ONCE.format(facts=_facts(name)), (thing, limit, offset))
        return load(index, [fact for fact, *_ in rows])
    asked = f"""SELECT found.fact FROM ({_facts(name)}) AS found JOIN fact ON fact.n = found.fact
        JOIN article ON article.n = fact.article
        ORDER BY found.day DESC, article.iri, fact.start, fact.iri LIMIT ? OFFSET ?"""
    return load(index, [fact for (fact,) in index.execute(asked, (thing, limit, offset))])


def tenures(index: sqlite3.Connection, thing: int) -> list[Tenure]:
    """The posts that a person holds or held, or that there are in a body, by when they were first attested."""
    found = []
    for member, post, body, role, former, first, last, times, sample in index.execute(_TENURES, (thing, TENURES)):
        who = _thing(index, member)
        if who is not None:
            post_name = _thing(index, post)
            found.append(
                Tenure(
                    member=who,
                    post=post_name["name"] if post_name else role or "",
                    body=_thing(index, body),
                    former=bool(former),
                    first=_date(first),
                    last=_date(last),
                    times=times,
                    sample=_fact(index, sample.partition(" ")[2]),
                )
            )
    return sorted(found, key=lambda tenure: (tenure["first"] or "", tenure["post"], tenure["member"]["name"]))


def met(index: sqlite3.Connection, thing: int) -> list[Met]:
    """Who else takes part in the events that a thing takes part in, the most often met first."""
    rows = index.execute(_MET, (thing, MET))
    return [Met(iri=iri, name=name, kind=kind, times=times) for iri, name, kind, times in rows]


def mentions(index: sqlite3.Connection, thing: int, *, limit: int, offset: int = 0) -> list[Mention]:
    """The articles that mention a thing, the newest first."""
    found = []
    for iri, identifier, title, outlet, published, url, start, times in index.execute(
        _MENTIONS, (thing, limit, offset)
    ):
        article = Source(iri=iri, id=identifier, title=title, outlet=outlet, published=published, url=url)
        found.append(Mention(article=article, start=start, times=times))
    return found


def _count(index: sqlite3.Connection, thing: int, name: str) -> int:
    counted = "DISTINCT COALESCE(telling.occasion, found.fact)" if name == _EVENTS else "*"
    of = "LEFT JOIN telling ON telling.fact = found.fact" if name == _EVENTS else ""
    query = f"SELECT COUNT({counted}) FROM ({_facts(name)}) AS found {of}"
    return int(index.execute(query, (thing,)).fetchone()[0])


def _facts(name: str) -> str:
    """The facts of a section, of the thing `?`. What somebody states of himself is among his own."""
    roles, kinds = (",".join(f"'{value}'" for value in values) for values in SECTIONS[name])
    asked = _PARTS.format(roles=roles, kinds=kinds)
    return asked + _NOT_OWN if name == "stated" else asked


def _date(dated: str | None) -> str | None:
    """The date behind the first day of it."""
    return dated.partition(" ")[2] if dated else None


def _fact(index: sqlite3.Connection, iri: str) -> ToldFact:
    return load(index, [n for (n,) in index.execute("SELECT n FROM fact WHERE iri = ?", (iri,))])[0]


def _thing(index: sqlite3.Connection, thing: int | None) -> Thing | None:
    row = index.execute("SELECT iri, name, kind FROM thing WHERE n = ?", (thing,)).fetchone()
    return None if row is None else Thing(iri=row[0], name=row[1], kind=row[2])
