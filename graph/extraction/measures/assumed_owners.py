"""Whose a number is where its sentence names nobody: the speaker's company, the one told of before, the article's."""

import re
from functools import cache

from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.measures.owners import speakers_body
from camket.graph.extraction.measures.setting import setting_of
from camket.graph.extraction.measures.topic import PRODUCERS, Subject, is_territorial, names_anybody
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import EntityKind, EventKind, Span

_WITHIN = ("trong ", "toàn ", "của ")
_NEAR = 30  # characters behind a count in which it is told what became of those counted
_TELLING_OF_THEMSELVES = frozenset({"Company", "School", "Hospital"})


def setting_for(reading: Reading, found: Measured) -> Subject | None:
    """The place the article is about, for an indicator that belongs to a territory and is nobody else's."""
    place = setting_of(reading) if is_territorial(found) or _is_born(reading, found) else None
    return Subject((place,), reading.entities[place].mentions[0]) if place else None


def people_here(reading: Reading, rest: Span, found: Measured) -> Subject | None:
    """The place of which so many of its people are told: "83,4% người từ 18 tuổi trở lên trong tỉnh đã tiêm"."""
    share = found.quantity.unit == "%"
    for phrase in reading.phrases_in(rest) if share else ():
        left = reading.text[max(rest.start, phrase.span.start - len(_WITHIN[0])) : phrase.span.start].lower()
        if phrase.kind is EntityKind.PLACE and left.endswith(_WITHIN):
            return Subject((phrase.entity,), phrase.span)
    return None


def _is_born(reading: Reading, found: Measured) -> bool:
    """Whether firms are counted that were set up or the like in a year or so: "cả năm có 1.515 doanh nghiệp ra đời"."""
    after = reading.text[found.quantity.span.end : found.quantity.span.end + _NEAR].lower()
    return found.quantity.unit == "doanh nghiệp" and bool(found.measure.period) and bool(_born().match(after))


def producer_before(reading: Reading, offset: int, found: Measured) -> Subject | None:
    """The company, for its turnover or profit, that the sentence before tells of; None where it tells of several."""
    number = reading.sentence_of(offset)
    if not number or not _trading().match(found.measure.indicator.lower()):
        return None
    before = reading.sentences[number - 1]
    if "\n" in reading.text[before.start : offset]:
        return None
    bodies = [p for p in reading.phrases_in(before) if p.kind is EntityKind.BODY]
    producers = {p.entity for p in bodies if reading.entities[p.entity].category in PRODUCERS}
    return Subject(tuple(producers), bodies[0].span) if len(producers) == 1 == len({p.entity for p in bodies}) else None


def congress_body(reading: Reading) -> Subject | None:
    """The body whose congress the article reports: the results of the term are its results."""
    held = next((e for e in reading.events if e.kind is EventKind.CONGRESS), None)
    bodies = [key for key in held.attendees if reading.entities[key].kind is EntityKind.BODY] if held else []
    body = (held.organizer if held else None) or next(iter(bodies), None)
    return Subject((body,), reading.entities[body].mentions[0]) if body else None


def speaking_for(reading: Reading, sentence: Span, found: Measured, said_from: int) -> Subject | None:
    """The company, school or hospital whose head says it, where nobody else is named before the number.

    A share of anybody at all is not its ("có tới 90% bệnh nhân").
    """
    frame = next((f for f in reading.frames if f.content.start <= said_from < f.content.end), None)
    body = speakers_body(reading, said_from) if frame else None
    if frame is None or body is None:
        return None
    posts = {h.organization for h in reading.holdings if h.member == frame.speaker and h.organization and not h.former}
    if len(posts) > 1:
        return None  # of which of them he speaks is not told
    spends = found.named and found.quantity.unit.isupper()  # of a club or the like its money alone
    if not spends and reading.entities[body].category not in _TELLING_OF_THEMSELVES:
        return None
    anybodys = found.quantity.unit == "%" and not (found.named or found.carried)
    if anybodys or names_anybody(reading, Span(max(frame.content.start, sentence.start), found.quantity.span.end)):
        return None
    return Subject((body,), reading.entities[body].mentions[0])


@cache
def _born() -> re.Pattern[str]:
    return re.compile(rf"\s{one_of(lexicon('indicators')['reports']['born'])}(?!\w)")


@cache
def _trading() -> re.Pattern[str]:
    return re.compile(one_of(lexicon("indicators")["reports"]["trading"]))
