"""Whether the text plainly tells a gathering as news of these days, so that its month is that of publication."""

from collections.abc import Sequence
from functools import cache

from camket.graph.edtf import last_day
from camket.graph.extraction.events.event_cues import Frame, table
from camket.graph.extraction.events.event_draft import Draft
from camket.graph.extraction.events.event_mention import Mention
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.values.chronology import Anchor
from camket.ontology import reference

_BEFORE_WORDS = 4  # words at most between "vừa" or "đang" and the word for the gathering
_AFTER_WORDS = 14  # words at most between it and "lần này"
_MONTH = len("2024-03")
_LEAD_SENTENCES = 2  # what these take for granted is the news
_NEWS_DAYS = 7  # so early in a month what is told without a day may have been in the month before
_AROUND_SENTENCES = 2  # sentences before in which a day long past makes a gathering history
_FEW_DAYS = 3  # so early in a month "vừa" may mean the month before


def month_of_news(reading: Reading, mention: Mention) -> str | None:
    """The month of publication where the words around a gathering say that it is current, else None.

    "đang" and "lần này" always do; "vừa" and "mới đây" not in the first days of a month.
    """
    anchor = Anchor.of(reading.document.published)
    if anchor.month is None or mention.date or mention.undated or not _is_current(reading, mention):
        return None
    return None if anchor.day is not None and anchor.day <= _FEW_DAYS else anchor.this_month


def complete_months(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Gives gatherings without a date the month of publication where the text tells them as current.

    So it does with whatever else the same person does at the same place, or at one within it, then.
    """
    for draft in drafts:
        draft.start = draft.start or draft.news or _month_of_story(reading, draft)
    for draft in drafts:
        places = _places(reading, draft)
        for other in drafts if draft.start is None else ():
            shared = draft.attendees.keys() & other.attendees.keys()
            if shared and places & _places(reading, other) and _is_this_month(reading, other.start):
                draft.start = (other.start or "")[:_MONTH]
                break


def _month_of_story(reading: Reading, draft: Draft) -> str | None:
    """The month of publication for what the lead takes for granted, or what follows a day of these days."""
    anchor = Anchor.of(reading.document.published)
    passing = draft.mention.framing or draft.mention.undated
    if anchor.day is None or anchor.day <= _FEW_DAYS or passing or not draft.attendees:
        return None
    if draft.bare and not _is_history(reading, draft):
        return anchor.this_month
    if anchor.day <= _NEWS_DAYS:
        return None
    if draft.mention.cue.frame is not Frame.NOUN or not (draft.mention.echo or draft.echoed):
        return None
    return anchor.this_month if draft.sentence < _LEAD_SENTENCES or draft.in_news else None


def _is_history(reading: Reading, draft: Draft) -> bool:
    """Whether the sentences around tell of a day, month or year that was over before the month of publication."""
    month = Anchor.of(reading.document.published).this_month or ""
    around = reading.sentences[max(0, draft.sentence - _AROUND_SENTENCES) : draft.sentence + 1]
    return any(last_day(date.edtf).isoformat()[:_MONTH] < month for span in around for date in reading.dates_in(span))


def _is_this_month(reading: Reading, start: str | None) -> bool:
    month = Anchor.of(reading.document.published).this_month
    return bool(start and month and len(month) == _MONTH and start[:_MONTH] == month)


def _places(reading: Reading, draft: Draft) -> set[str]:
    """The place of a draft, and the one that holds it, as references or keys."""
    place = reading.entities.get(draft.location.entity or "") if draft.location else None
    if place is None:
        return set()
    return {place.reference or place.key, *_holders().get(place.reference or "", ())}


@cache
def _holders() -> dict[str, tuple[str, ...]]:
    """What each place of the reference data lies in."""
    return {place.iri: (place.parent,) for place in reference.places() if place.parent}


def _is_current(reading: Reading, mention: Mention) -> bool:
    norms = reading.norms
    evidence = reading.tokens(mention.evidence)
    sentence = reading.tokens(reading.sentences[reading.sentence_of(mention.evidence.start)])
    low = max(sentence.start, mention.token - _BEFORE_WORDS)
    both = sum(norms[token] == "vừa" for token in sentence) > 1  # "vừa ... vừa ..."
    before = range(low, mention.token)
    after = range(mention.token, min(evidence.stop, sentence.stop, mention.token + _AFTER_WORDS))
    if not both and any(table("licence", "current_before").at(norms, token) for token in before):
        return True
    if any(table("licence", "current_after").at(norms, token) for token in after):
        return True
    return any(table("licence", "current_anywhere").at(norms, token) for token in evidence)
