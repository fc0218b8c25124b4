"""What one place of an article says of a gathering: the mention, and the slots that its sentence fills."""

from dataclasses import dataclass, field

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.events.event_cues import Cue, table
from camket.graph.extraction.events.event_scope import Scope
from camket.graph.extraction.events.event_when_where import date_of, location_of
from camket.graph.extraction.events.venues import Location
from camket.graph.extraction.reading import DateMention, Phrase, Reading
from camket.graph.facts import Span

_DATELINE_ITEMS = 12
_DASHES = frozenset("-–")
_DATELINE_ENDS = frozenset("-–)")
_MARKS = frozenset(",;:-–)")
_UNDATED_TOKENS = 4  # tokens after a noun among which "vừa qua" belongs to it


@dataclass(slots=True)
class Mention:
    """A cue that stands for a gathering, with the slots its sentence fills.

    echo: the wording points at a gathering told elsewhere ("tại buổi làm việc"); framing: it is only the frame of
    something else, or long past ("trong khuôn khổ chuyến thăm", "trước đó"). `attendees` in text order, chair and
    organizer among them. ordinal: the number it bears ("kỳ họp thứ 6"). within: what is told takes place during it;
    same_day: right after it. visited: the body that is visited or inspected.
    told_from: where the words of whoever tells of it begin, 0 where the article itself does.
    party: its doer is "đoàn", the delegation that the story is about; two: "hai bên", two told of before.
    undated: it was some time ago, so that no day told elsewhere is its own ("kỳ họp thứ 5 vừa qua").
    reported: it is told in somebody's words ("Bộ A cho biết ông B đã gặp C").
    passive: what is begun, opened or held is its subject, whoever was there ("Cầu A được khánh thành sáng 5/8").
    before: it was done before what is being told, by those who are there ("Trước đó, đoàn đã dâng hương tại ...").
    dated: its day is part of what names it ("cuộc họp ngày 5/3"), so that it was held, whoever was there.
    bare: nothing tells it from others, so that it is the one the article is about ("Tại buổi làm việc, ông A ...").
    """

    cue: Cue
    token: int
    evidence: Span
    echo: bool = False
    framing: bool = False
    date: DateMention | None = None
    location: Location | None = None
    attendees: list[Phrase] = field(default_factory=list)
    chair: Phrase | None = None
    organizer: Phrase | None = None
    ordinal: str = ""
    within: bool = False
    same_day: bool = False
    visited: Phrase | None = None
    told_from: int = 0
    party: bool = False
    two: bool = False
    undated: bool = False
    bare: bool = False
    dated: bool = False
    before: bool = False
    passive: bool = False
    reported: bool = False


def filled(scope: Scope, within: list[int], echo: bool = False) -> Mention:
    """The mention with the slots that the items `within` fill."""
    items, norms = scope.items, scope.norms
    evidence = scope.reading.span(items[_clause_start(scope)].first, items[scope.high - 1].last)
    mention = Mention(scope.cue, items[scope.at].first, evidence, echo, ordinal=_ordinal(scope))
    mention.undated = _is_undated(scope)
    mention.date, mention.location = date_of(scope, within), location_of(scope, within)
    mention.attendees = [p for p in scope.attendees(within) if p.span.start >= evidence.start]
    if mention.location:
        where = mention.location.span
        mention.attendees = [p for p in mention.attendees if not where.start <= p.span.start < where.end]
    for item in (items[i] for i in within):
        phrase = item.phrase
        if phrase is None or phrase not in mention.attendees:
            continue
        if table("roles", "chaired_by").ending(norms, item.first - 1):
            mention.chair = phrase
        elif norms[item.first - 1] == "do" and item.last < len(norms):
            if table("roles", "chair_verbs").at(norms, item.last):
                mention.chair = phrase
            elif table("roles", "organizer_verbs").at(norms, item.last):
                mention.organizer = phrase
    return mention


def _clause_start(scope: Scope) -> int:
    """The first item of the clause: marks that end what was before, and the dateline of an article, are left out."""
    low, items = scope.low, scope.items
    if items[low].first <= 1:
        opening = items[low : min(scope.at, low + _DATELINE_ITEMS)]
        outlet = next((i for i, item in enumerate(opening[:-1]) if item.norm in _DASHES and opening[i + 1].date), 0)
        named = next((i for i, item in enumerate(opening) if item.phrase or item.norm == ","), len(opening))
        low += max(outlet, *(i for i, item in enumerate(opening[:named]) if item.norm in _DATELINE_ENDS), 0)
    return next(i for i in range(low, scope.at + 1) if items[i].norm not in _MARKS)


def _ordinal(scope: Scope) -> str:
    """The number that the noun bears right after it, "" for none."""
    norms, last = scope.norms, scope.items[scope.at].last
    token = last + (norms[last : last + 1] == ["lần"])
    return norms[token + 1] if norms[token : token + 1] == ["thứ"] and token + 1 < len(norms) else ""


def _is_undated(scope: Scope) -> bool:
    """Whether the noun is followed, its number aside, by "vừa qua" or "gần đây nhất"."""
    last = scope.items[scope.at].last
    after = range(last, min(last + _UNDATED_TOKENS, len(scope.norms)))
    return any(
        table("licence", "undated").at(scope.norms, token) for token in after if "," not in scope.norms[last:token]
    )


def is_long_past(reading: Reading, mention: Mention, days: int) -> bool:
    """Whether it was more than so many days before the article: told of, not reported."""
    published = reading.document.published
    if not published or not mention.date:
        return False
    return (first_day(published) - last_day(mention.date.edtf)).days > days
