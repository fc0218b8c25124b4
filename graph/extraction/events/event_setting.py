"""The day, place and people that a sentence sets its story in: what "Tại buổi lễ" after it takes for granted."""

from dataclasses import dataclass, field

from camket.graph.edtf import first_day
from camket.graph.extraction.events.event_cues import Item, table
from camket.graph.extraction.events.event_draft import Draft
from camket.graph.extraction.events.event_openings import ATTENDING
from camket.graph.extraction.events.venues import Location, location_at
from camket.graph.extraction.reading import DateMention, Phrase, Reading
from camket.graph.facts import EventKind

_DAY = len("2024-03-07")
_NEWS_DAYS = 7  # what was so long before publication is what the article is about, and no history
_REACH = 4  # sentences after which a day told no longer holds for what bears none
_DOERS_REACH = 2  # the same for those who did it
_OPENING_TOKENS = 8  # a sentence that is set in a day says so within so many tokens
_LIST_MARKS = frozenset({",", "và", "cùng", "(", ")"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence's opening: "Sáng 5/8, tại Hà Nội, A và B đã ...". `doers` only where day and place are both told."""

    sentence: int
    date: DateMention
    location: Location | None = None
    doers: list[Phrase] = field(default_factory=list)

    def give(self, draft: Draft, sentence: int) -> None:
        """Completes a gathering without a day that `sentence` takes for granted."""
        if draft.start or draft.mention.framing or draft.mention.undated or sentence - self.sentence > _REACH:
            return
        mention = draft.mention
        if not mention.echo or mention.ordinal or mention.cue.kind in (EventKind.OTHER, EventKind.VISIT):
            return
        draft.start, draft.date = self.date.edtf, self.date.span
        if sentence - self.sentence <= _DOERS_REACH and self.doers:
            draft.location = draft.location or self.location
            draft.add(self.doers)


def sentences_with_dates(reading: Reading) -> set[int]:
    """The sentences that begin with a day."""
    found = set()
    for date in reading.dates:
        number = reading.sentence_of(date.span.start)
        opening = reading.tokens(reading.sentences[number]).start
        if reading.token_at(date.span.start) - opening <= _OPENING_TOKENS:
            found.add(number)
    return found


def setting_of(reading: Reading, number: int, items: list[Item]) -> Setting | None:
    """What sentence `number` is set in; None where it does not open with a day of these days."""
    at = next((i for i, item in enumerate(items) if item.date), None)
    if at is None or not _is_news(reading, items[at].date) or any(item.cue or item.closes for item in items[:at]):
        return None
    date = items[at].date
    assert date
    place = _place_after(reading, items, at)
    if place is None:
        return Setting(number, date)
    location, following = place
    return Setting(number, date, location, _list_from(items, following))


def _is_news(reading: Reading, date: DateMention | None) -> bool:
    published = reading.document.published
    if date is None or date.before or len(date.edtf) != _DAY or not published or len(published) != _DAY:
        return False
    return 0 <= (first_day(published) - first_day(date.edtf)).days <= _NEWS_DAYS


def _place_after(reading: Reading, items: list[Item], at: int) -> tuple[Location, int] | None:
    """The place told right after the day, and the item past it."""
    for i in range(at + 1, min(len(items), at + 4)):
        before = items[i].first - 1
        before -= table("place", "heads").ending(reading.norms, before)
        if table("place", "before").ending(reading.norms, before) and (place := location_at(reading, items, i)):
            return place, next((k for k in range(i, len(items)) if items[k].norm == ","), len(items)) + 1
        if items[i].phrase:
            return None
    return None


def _list_from(items: list[Item], start: int) -> list[Phrase]:
    """Those who are named from item `start` on, only marks between them."""
    found = []
    for item in items[start:]:
        if item.phrase and item.phrase.kind in ATTENDING:
            found.append(item.phrase)
        elif item.norm not in _LIST_MARKS:
            break
    return found
