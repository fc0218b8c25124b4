"""The body whose gathering it is where only those who speak there show it: "Tại họp báo, Tổng giám đốc B cho biết"."""

from camket.graph.extraction.events.event_draft import Draft
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.facts import EntityKind, EventKind

_MEMBERS = frozenset({"Association", "Company"})  # whose congress the one who leads them opens
_SEATS = ("ủy viên", "đại biểu", "thành viên", "đảng viên")  # posts by which nobody stands for the body


def add_host(reading: Reading, draft: Draft) -> None:
    """Adds the body that the first speaker stands for, where a press conference or congress names none.

    Of congresses only those of companies and associations: to a party's the guests speak first.
    """
    kind = draft.mention.cue.kind
    if kind not in (EventKind.PRESS_CONFERENCE, EventKind.CONGRESS):
        return
    if any(reading.entities[key].kind is EntityKind.BODY for key in draft.attendees):
        return
    first = next((key for key in draft.attendees if reading.entities[key].kind is EntityKind.PERSON), None)
    body = next((b for b in _bodies_of(reading, first) if reading.entities[b].category != "PartyBody"), None)
    if first is None or body is None:
        return
    if kind is EventKind.PRESS_CONFERENCE or reading.entities[body].category in _MEMBERS:
        draft.attendees.setdefault(body, draft.attendees[first])


def of_hosts(reading: Reading, draft: Draft, speaker: Phrase) -> bool:
    """Whether somebody is of a body that is at the gathering or of that of one who is: "bà D, Giám đốc tài chính"."""
    there = {body for key in draft.attendees for body in _with_wholes(reading, _bodies_of(reading, key) or [key])}
    return bool(there & set(_with_wholes(reading, _bodies_of(reading, speaker.entity))))


def _bodies_of(reading: Reading, person: str | None) -> list[str]:
    """The bodies for which somebody speaks by his posts."""
    held = (h for h in reading.holdings if h.member == person and not h.former)
    return [h.organization for h in held if h.organization and not h.role.lower().startswith(_SEATS)]


def _with_wholes(reading: Reading, bodies: list[str]) -> list[str]:
    """The bodies with those that they are part of."""
    found = list(bodies)
    for key in found:
        entity = reading.entities.get(key)
        if entity and entity.kind is EntityKind.BODY and entity.part_of and entity.part_of not in found:
            found.append(entity.part_of)
    return found
