"""Whether two mentions tell of two gatherings: what in one contradicts the other."""

from camket.graph.extraction.events.event_cues import Cue, Frame
from camket.graph.extraction.events.event_draft import Draft
from camket.graph.extraction.events.event_mention import Mention
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EventKind


def is_rite_apart(one: Cue, other: Cue) -> bool:
    """Whether one is a rite done on the way ("dâng hương"), and the other a "buổi lễ", which never means it."""
    return any(
        rite.frame is Frame.OF
        and rite.kind is EventKind.CEREMONY
        and not rite.open_floor
        and told.frame is not Frame.OF
        for rite, told in ((one, other), (other, one))
    )


def of_others(draft: Draft, mention: Mention) -> bool:
    """Whether the same man meets somebody else: "A điện đàm với B", then "A gặp C"."""
    goes_on = mention.cue.kind is EventKind.WORKING_SESSION and mention.party  # "Chiều cùng ngày, đoàn làm việc với C"
    of_two = mention.cue.kind in (EventKind.MEETING, EventKind.RECEPTION) or goes_on
    if not of_two or mention.cue.frame is Frame.NOUN:
        return False
    sides = {p.entity for p in mention.attendees}
    return len(sides) > 1 and len(draft.attendees) > 1 and len(sides & draft.attendees.keys()) == 1


def apart(reading: Reading, draft: Draft, mention: Mention) -> bool:
    """Whether the days, the places or the numbers of the two contradict each other."""
    if mention.ordinal and draft.ordinal and mention.ordinal != draft.ordinal:
        return True
    if mention.visited and draft.mention.visited and mention.visited.entity != draft.mention.visited.entity:
        return True
    if mention.date and draft.start:
        new, old = mention.date.edtf, draft.start
        if not (new.startswith(old) or old.startswith(new[:10])):
            return True
    if mention.location and draft.location:
        a, b = reading.slice(mention.location.span).lower(), reading.slice(draft.location.span).lower()
        same = mention.location.entity is not None and mention.location.entity == draft.location.entity
        return not (same or a in b or b in a)
    return False
