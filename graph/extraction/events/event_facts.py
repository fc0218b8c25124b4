"""Drafts of gatherings turned into the events that are handed over: who was never there, and what is still to come."""

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.events.event_cues import table
from camket.graph.extraction.events.event_draft import Draft
from camket.graph.extraction.events.venues import entity_of
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.rules import rule
from camket.graph.facts import Event


def is_ahead(reading: Reading, draft: Draft) -> bool:
    """Whether its day comes after the article: it is planned and no event yet."""
    published = reading.document.published
    return bool(published and draft.start and first_day(draft.start) > last_day(published))


def leave_out_states(reading: Reading, draft: Draft) -> None:
    """Drops "Nhà nước" and the like, who are spoken of at gatherings and never there."""
    names = {key: reading.entities[key].name.lower().split() for key in draft.attendees}
    for key in [key for key, name in names.items() if table("attendance", "never").at(name, 0) == (len(name), True)]:
        del draft.attendees[key]


def fact_of(reading: Reading, draft: Draft) -> Event:
    """The event that a draft adds up to."""
    evidence = draft.mention.evidence
    spans = list(draft.attendees.values()) + [s for s in (draft.date, draft.location and draft.location.span) if s]
    context = sorted({s for s in spans if not (evidence.start <= s.start and s.end <= evidence.end)})
    return Event(
        evidence=evidence,
        context=tuple(context),
        kind=draft.mention.cue.kind,
        rule=rule("events", draft.mention.cue.frame, draft.mention.cue.form),
        start=draft.start,
        end=draft.end,
        location=entity_of(reading, draft.location) if draft.location else None,
        attendees=tuple(sorted(draft.attendees, key=lambda key: draft.attendees[key])),
        organizer=draft.organizer,
        chair=draft.chair,
    )
