"""iCalendar (RFC 5545): the deadlines of promises as all-day events, for any calendar.

An event's UID is the promise's IRI, its time stamp the day it was last written of: the same graph gives the same bytes,
and a calendar that is read in again updates its events.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib.metadata import version
from typing import BinaryIO, Final

from camket.graph import edtf
from camket.graph.identity.life.relation import Relation
from camket.graph.identity.life.status import Status
from camket.graph.store import Dataset
from camket.graph.views.lives import Life, followed
from camket.graph.views.sources import Source, sources
from camket.graph.views.undertakings import Choice, undertakings

OCTETS: Final = 75  # of a line, the line's end not counted

_NAME: Final = "Thời hạn các cam kết"
_KINDS: Final = {"pledge": "cam kết", "goal": "mục tiêu", "directive": "chỉ đạo", "expectation": "mong đợi"}
_STATUSES: Final = {
    Status.OPEN: "chưa có tin về kết quả",
    Status.OVERDUE: "quá hạn, chưa có tin nào về kết quả",
    Status.KEPT: "đã thực hiện",
    Status.PARTLY_KEPT: "đã thực hiện một phần",
    Status.MISSED: "không đạt",
    Status.REFUSED: "bị từ chối",
    Status.MOVED: "đã dời hạn",
    Status.REVISED: "đã điều chỉnh",
    Status.RENEWED: "được đặt ra lại",
}
_UNDATED: Final = date(1970, 1, 1)  # a time stamp for what no date of publication is known of


def write_ics(dataset: Dataset, out: BinaryIO) -> dict[str, int]:
    """Write the deadlines of all pledges and goals, with what was ever reported of them; how many there are."""
    return write_deadlines(dataset, followed(dataset, undertakings(dataset, Choice()), None), out)


def write_deadlines(dataset: Dataset, lives: Sequence[Life], out: BinaryIO) -> dict[str, int]:
    """Write the deadlines of some undertakings; how many there are.

    What has no deadline is left out, and so is what only says again what another of them said before.
    """
    known = sources(dataset)
    events = [_event(life, life.undertaking.due, known) for life in _once(lives) if life.undertaking.due]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Camket//Camket {version('camket')}//VI",
             "CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{escaped(_NAME)}"]  # fmt: skip
    for line in (*lines, *(line for event in events for line in event), "END:VCALENDAR"):
        out.write(folded(line))
    return {"deadlines": len(events)}


def escaped(text: str) -> str:
    """`text` as a value of type TEXT."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n"), ("\r", "\\n")):
        text = text.replace(sign, written)
    return "".join(letter for letter in text if (letter >= " " and letter != "\x7f") or letter == "\t")


def folded(line: str) -> bytes:
    """A content line with its end, folded so that no line has more than OCTETS and no letter is torn."""
    lines, length = [bytearray()], 0
    for letter in line:
        octets = letter.encode()
        if length + len(octets) > OCTETS:
            lines.append(bytearray(b" "))
            length = 1
        lines[-1] += octets
        length += len(octets)
    return b"".join(bytes(part) + b"\r\n" for part in lines)


def _once(lives: Sequence[Life]) -> Iterator[Life]:
    """The lives without those that only say again, with the same deadline, what another of them said."""
    again = {
        (step.later, life.undertaking.due)
        for life in lives
        for step in life.steps
        if step.relation is Relation.RESTATES and step.earlier == life.undertaking.iri
    }
    return (life for life in lives if (life.undertaking.iri, life.undertaking.due) not in again)


def _event(life: Life, due: str, known: Mapping[str, Source]) -> list[str]:
    one, last = life.undertaking, edtf.last_day(due)
    source = known.get(one.article, Source())
    summary = f"{', '.join(one.who)}: {one.words}"
    return [
        "BEGIN:VEVENT",
        f"UID:{escaped(one.iri)}",
        f"DTSTAMP:{_stamp(life):%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{last:%Y%m%d}",
        *([f"DTEND;VALUE=DATE:{last + timedelta(1):%Y%m%d}"] if last < date.max else []),
        f"SUMMARY:{escaped(summary)}",
        f"DESCRIPTION:{escaped(_description(life, source.outlet))}",
        f"CATEGORIES:{escaped(_KINDS[one.kind])}",
        *([f"URL:{source.url}"] if source.url else []),
        f"SEQUENCE:{len(life.steps)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _stamp(life: Life) -> date:
    """The day of the last article on it."""
    dates = (life.undertaking.published, *(step.published for step in life.steps))
    return max((edtf.first_day(published) for published in dates if published), default=_UNDATED)


def _description(life: Life, outlet: str) -> str:
    one = life.undertaking
    numbers = ", ".join(f"{figure.indicator}: {figure}" for figure in one.figures)
    told = [
        ("Tình trạng", _STATUSES[life.status]),
        ("Hạn", one.due),
        ("Con số", numbers),
        ("Dành cho", ", ".join(one.to)),
        ("Người nói", ", ".join(one.by)),
        ("Điều kiện", one.condition),
        ("Nguồn", " ".join(filter(None, (outlet, one.published, f"({one.article})")))),
    ]
    steps = [f"{step.published or ''} ({step.article}): {step.words}".strip() for step in life.steps]
    lines = [f"{name}: {value}" for name, value in told if value]
    return "\n".join([*lines, *(["Về sau:", *steps] if steps else [])])
