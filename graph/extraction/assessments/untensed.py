"""Predicates without "đã" that tell of something done by the day gone by beside them: "thông xe ngày 27/4"."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache

from camket.graph.edtf import first_day
from camket.graph.extraction.assessments.predicates import Predicate, deed_at, verb_from
from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.facts import Outcome

LONGEST_AGO = timedelta(days=550)
"""What was done longer ago is history, and no news of a promise."""
MAX_OBJECT = 14
"""Tokens between such a verb and the day behind it, at most."""
MAX_LATE = 5
"""Tokens of "kéo dài đến tận" before a day."""
_DAY = len("2025-03-07")


def days_gone_by(reading: Reading, start: int, last: int) -> list[DateMention]:
    """The days of the last year or so, up to that of publication, among the tokens `start` to `last`; no deadlines."""
    published = reading.document.published
    if not published or start >= last:
        return []
    today = first_day(published)
    dates = reading.dates_in(reading.span(start, last))
    days = [d for d in dates if not d.before and len(d.edtf) == _DAY]
    return [d for d in days if timedelta(0) <= today - first_day(d.edtf) <= LONGEST_AGO]


def untensed_in(norms: Sequence[str]) -> Iterator[int]:
    """The tokens at which a predicate without "đã" may begin, or "mới" stand."""
    return (token for token, norm in enumerate(norms) if norm in _firsts())


def untensed_at(norms: Sequence[str], token: int, names: Mapping[int, int]) -> Predicate | None:
    """ "thông xe", "chính thức đi vào hoạt động", "được giao": told to be done where its day is, and only there."""
    if found := _table("untensed", "throughout").at(norms, token):
        return Predicate(Outcome.DONE, token, token, token + found[0], passive=True, untensed=True, whole=True)
    verb, passive, nearly = verb_from(norms, token, names)
    if nearly or verb >= len(norms):
        return None
    tables = [_table("finished", "words"), _table("untensed", "passive" if passive else "words")]
    tables += [_table("deeds", "words")] if passive else []
    length = max((found[0] for table in tables if (found := table.at(norms, verb))), default=0)
    length = length or _in_full(norms, verb)
    return Predicate(Outcome.DONE, token, verb, verb + length, passive, untensed=True) if length else None


def _in_full(norms: Sequence[str], verb: int) -> int:
    """The length of a verb of doing with "đủ" behind it, before a number: "triển khai đủ | 45 mũi"; 0 for none."""
    acts = words("actions", "verbs").at(norms, verb)
    full = _table("untensed", "full").at(norms, verb + acts[0]) if acts and verb + acts[0] < len(norms) else None
    after = verb + acts[0] + full[0] if acts and full else len(norms)
    return after - verb if after < len(norms) and norms[after][:1].isdigit() else 0


def late_at(norms: Sequence[str], token: int, index: PhraseIndex, names: Mapping[int, int]) -> Predicate | None:
    """ "mãi đến 25/11 | mới được giao", "kéo đến tận ngày 8/6 | mới xong", found at its "mới": done, but late."""
    date = index.date_end.get(token - 1) if norms[token] == "mới" else None
    if date is None:
        return None
    before = range(max(0, date - MAX_LATE), token)
    first = next((i for i in before if _table("untensed", "lately").at(norms, i)), None)
    if first is None:
        return None
    verb, passive, _ = verb_from(norms, token + 1, names)
    if verb < len(norms) and (ended := _table("ended", "words").at(norms, verb)):
        return Predicate(Outcome.NOT_DONE, first, verb, verb + ended[0], True, complete=True, untensed=True)
    length = deed_at(norms, verb)
    return Predicate(Outcome.NOT_DONE, first, verb, verb + length, passive, untensed=True) if length else None


def day_told(reading: Reading, predicate: Predicate, start: int, first: int, last: int) -> DateMention | None:
    """The day on which it was done: behind the verb and its object, or before the subject at `first`; else None."""
    norms = reading.norms
    for date in days_gone_by(reading, start, last):
        covered = reading.tokens(date.span)
        if covered[0] < predicate.first and covered[-1] < first:
            if norms[covered[-1] + 1] == "," or covered[-1] + 1 == first:
                return date
            continue
        within = predicate.first <= covered[0] < predicate.verb
        if within or (covered[0] >= predicate.last and _is_behind(reading, predicate, covered, last)):
            return date
    return None


def _is_behind(reading: Reading, predicate: Predicate, date: range, last: int) -> bool:
    """Whether a day behind a verb is the verb's: nothing but its object is between, and no other verb follows."""
    norms = reading.norms
    between = range(predicate.last, date[0])
    if len(between) > MAX_OBJECT or any(
        norms[i] in {",", ":", "("} or _table("things", "clausal").at(norms, i) for i in between
    ):
        return False
    after = date[-1] + 1
    return after >= last or not norms[after][:1].isalnum() or _table("untensed", "after").at(norms, after) is not None


@cache
def _table(section: str, key: str) -> WordTable[bool]:
    return words("assessments", section, key)


@cache
def _firsts() -> frozenset[str]:
    keys = (("finished", "words"), ("untensed", "words"), ("untensed", "throughout"), ("between", "words"))
    full = words("actions", "verbs").firsts
    return full.union({"được", "mới"}, *(_table(section, key).firsts for section, key in keys))
