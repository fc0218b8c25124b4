"""Whether two mentions tell of two gatherings: what in one contradicts the other."""

from camket.graph.extraction.events.event_cues import Cue, Frame
from camket.graph.extraction.events.event_draft import Draft
from camket.graph.extraction.events.event_mention import Mention
from camket.graph.extraction.reading import Reading
from camket.graph.facts import EventKind, Span

_NEAR_SENTENCES = 2  # within so many, what bears no day of its own is what is being told
_WITH_SITTINGS = frozenset({EventKind.CONGRESS, EventKind.MEETING, EventKind.CONFERENCE})
_PARTS_OF_DAY = frozenset({"sáng", "trưa", "chiều", "tối"})
_MONTH = len("2024-03")


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
        if mention.cue.frame is Frame.OF and draft.date and mention.cue.kind is EventKind.MEETING:
            parts = {_part_of_day(reading, mention.date.span), _part_of_day(reading, draft.date)} - {""}
            return len(parts) > 1  # "Sáng nay, Quốc hội nghe A", "Chiều nay, Quốc hội nghe B"
    if mention.location and draft.location:
        a, b = reading.slice(mention.location.span).lower(), reading.slice(draft.location.span).lower()
        same = mention.location.entity is not None and mention.location.entity == draft.location.entity
        return not (same or a in b or b in a)
    return False


def _is_sitting_of(draft: Draft, mention: Mention) -> bool:
    """Whether it is a part of a gathering that has sittings: "Tại phiên bế mạc", told of a congress."""
    sits = draft.mention.cue.kind in _WITH_SITTINGS and mention.cue.kind is EventKind.MEETING
    return sits and mention.cue.form.startswith("phiên") and not (mention.date or mention.location or mention.framing)


def _part_of_day(reading: Reading, span: Span) -> str:
    """The part of the day that a date tells, "" for none."""
    first = reading.norms[reading.token_at(span.start)]
    return first if first in _PARTS_OF_DAY else ""


def known(reading: Reading, drafts: list[Draft], mention: Mention, number: int, in_force: Draft | None) -> Draft | None:
    """The event told before that `mention` in sentence `number` means. in_force: the one being told."""
    for draft in [*([in_force] if in_force else []), *reversed(drafts)]:
        kind = draft.mention.cue.kind
        if draft is in_force and _is_sitting_of(draft, mention):
            return draft
        if mention.cue.kind != kind and (
            kind not in mention.cue.echoes or draft.is_task() or draft.mention.dated or mention.dated
        ):
            continue
        if apart(reading, draft, mention) or of_others(draft, mention) or is_rite_apart(mention.cue, draft.mention.cue):
            continue
        if mention.framing and mention.date and draft.start is None:
            continue  # "Trước đó, tại hội nghị ngày 2/5" is not the one that is being told
        if mention.date and len(mention.date.edtf) == _MONTH and draft.start is None and not mention.echo:
            continue  # "Lễ hội được tổ chức hồi tháng 5" is another
        near = number - draft.sentence <= _NEAR_SENTENCES and not mention.date
        shared = any(p.entity in draft.attendees for p in mention.attendees)
        noun = mention.cue.frame is Frame.NOUN
        goes_on = near and (mention.cue.kind is EventKind.SIGNING or (noun and draft is in_force))
        passive = mention.cue.frame is Frame.PASSIVE
        if (
            shared
            or passive
            or goes_on
            or (not draft.attendees and (noun or near))
            or (noun and (mention.echo or mention.date or not mention.attendees))
        ):
            return draft
    return None
