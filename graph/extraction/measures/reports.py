"""Whether a number is reported as reached or current: the verbs and nouns that say so."""

import re
from collections.abc import Callable
from functools import cache

from camket.graph.extraction.measures.blocks import number_before_change
from camket.graph.extraction.measures.counted import is_counted, rest_of
from camket.graph.extraction.measures.deeds import done_from, is_harm
from camket.graph.extraction.measures.indicators import next_break
from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.values.dates import is_now
from camket.graph.extraction.values.units import is_listed
from camket.graph.facts import Change, Span

_LIST_WORDS = 4  # words between two numbers of one list: ", 3 người mất tích, hơn 12.600 ngôi nhà"
_LONGEST = 12  # words of an indicator; what is longer was not cut where it should have been
_PRICE = 1_000_000  # đồng without a head noun below which a sum is what something costs
_LONGEST_NAMED = 20  # of one that begins with a head noun
_DAY = len("2025-03-07")


def is_nobodys(reading: Reading, found: Measured) -> bool:
    """Whether it is a price, an index, a score, a worth or a mere sum of money, or its indicator is no phrase."""
    if _WORTH.search(reading.slice(found.before).lower()):
        return True
    words = lexicon("indicators")["reports"]
    indicator, unit = f"{found.measure.indicator.lower()} ", found.quantity.unit
    if indicator.startswith(tuple(words["not_reported"])) and not indicator.startswith(tuple(words["reported"])):
        return True
    longest = _LONGEST_NAMED if found.named or found.carried else _LONGEST
    if indicator.count(" ") > longest or any(f" {word} " in f" {indicator}" for word in words["not_within"]):
        return True
    ratio = unit == "lần" and found.measure.change is not Change.LEVEL
    sum_of_money = unit.isupper() and indicator.startswith(tuple(words["not_money"]))
    price = unit == "VND" and found.quantity.value < _PRICE and not (found.named or found.carried)
    bare = unit in words["not_counted"] and indicator.strip() in {unit, ""}
    return (unit in words["never_counted"] and not ratio) or bare or sum_of_money or price


def said_from(reading: Reading, piece: Span, found: Measured, accepted_until: int) -> tuple[int, str] | None:
    """Where the words begin that report a number, and how they do; None where none do.

    Its indicator or the verb of having. accepted_until: the end of the number reported last in this sentence, -1 where
    none is; a list goes on with it.
    """
    left = reading.slice(found.before).lower().rstrip()
    for how, report in _REPORTS:
        at = report(reading, piece, found, left, accepted_until)
        if at is not None:
            return found.before.start + at, how
    came_to = _CAME_TO.search(left) if found.carried else None
    if came_to and number_before_change(reading, piece, found):
        return found.before.start + came_to.start(), "changed"
    if is_counted(reading, piece, found) or _is_subject(reading, piece, found, accepted_until):
        return found.quantity.span.start, "counted"
    return (found.before.start, "goes-on") if _continues(reading, found, accepted_until) else None


def is_state(reading: Reading, found: Measured) -> bool:
    """Whether a number tells how things stand ("còn 97 trung tâm"), not what was reached or done in a time untold."""
    sentence = reading.sentences[reading.sentence_of(found.quantity.span.start)]
    if _regular().search(reading.slice(sentence).lower()):
        return False
    return (
        not _SHARE.search(reading.slice(found.before).lower().rstrip())
        or _STANDS.search(reading.slice(Span(sentence.start, found.quantity.span.start)).lower()) is not None
    )


def _named_from(found: Measured, left: str, goes_on: bool) -> int | None:
    """Where an indicator with a head noun begins that the words before the number give its value; or its verb."""
    indicator = found.measure.indicator.lower()
    indicator = indicator if indicator in left else indicator.rpartition(" mỗi ")[0] or indicator
    at = max(0, left.find(indicator))
    funded = not goes_on and indicator.startswith(_FUNDING) and _FUNDED.search(left[:at])
    if funded or not is_listed(found.quantity.unit):
        return None
    if _valued().search(left) or found.quantity.change is not Change.LEVEL:
        return at
    if not left.endswith(indicator):
        return None
    verb = _opening_verb().search(left[:at].rstrip())
    if verb:
        return verb.start()
    if indicator.startswith(("lãi ", "lỗ ", "nợ ", "cán cân ")) and not left[:at].rstrip().endswith(
        ("kế hoạch", "mục tiêu")
    ):
        return at  # "Ngân hàng X lãi trước thuế 900 tỷ đồng"
    lead = left[:at].strip(" ,")
    listed = goes_on and lead in {"", "trong đó", "trong đó có", "riêng", "còn"}
    return at if listed or found.quantity.comparator != "=" or found.quantity.unit == "%" else None


def _possessed_from(reading: Reading, piece: Span, found: Measured, left: str) -> int | None:
    """Where the verb begins that says that somebody has, or has done, so many of something."""
    match = _possession().search(left)
    if not match:
        return None
    words = lexicon("indicators")["reports"]
    done, verb = match[1] is not None, match[2]
    if verb in words["deeds"] and is_harm(found):
        return None
    if verb in words["deeds"] or (verb in words["needs_done"] and not (done or _opening(left[: match.start()]))):
        return match.start() if _over_time(reading, piece, found) else None
    return match.start()


def _is_subject(reading: Reading, piece: Span, found: Measured, accepted_until: int) -> bool:
    """Whether a count begins the clause of what was done in a term: "Nhiệm kỳ qua, hơn 900 hội viên thoát nghèo"."""
    if found.quantity.unit.isupper() or not is_listed(found.quantity.unit) or found.quantity.unit == "%":
        return False
    sentence = reading.sentences[reading.sentence_of(piece.start)]
    opening = _regular().match(reading.text[sentence.start : sentence.end].lower())
    left = reading.text[sentence.start + opening.end() : found.quantity.span.start] if opening else ""
    marks = {",", ";"} if accepted_until > 0 else {";"}
    return bool(opening) and (left.strip() == "," or left.rstrip()[-1:] in marks)


def _share_from(found: Measured, left: str) -> int | None:
    """Where the words begin of which a share or a rise is told without a head noun: "Du lịch đường thủy tăng 7%"."""
    changes = found.quantity.change is not Change.LEVEL
    if found.quantity.unit not in {"%", "điểm %"} or found.carried or not (changes or _SHARE.search(left)):
        return None
    at = left.find(found.measure.indicator.lower())
    return at if at >= 0 else None


def _valued_from(found: Measured, left: str) -> int | None:
    """Where a noun phrase without a head noun begins that a verb of value gives so much: "Nợ thuế của X là 40 tỷ"."""
    verb = _comes_to().search(left)
    if verb is None or found.carried or not is_listed(found.quantity.unit):
        return None
    indicator = found.measure.indicator.lower()
    at = left.find(indicator)
    return at if at >= 0 and indicator.count(" ") and at + len(indicator) <= verb.start() + 1 else None


def _ratio_from(found: Measured, left: str) -> int | None:
    """Where the indicator begins that exceeds something so many times: "độ màu vượt quy chuẩn 3,8 lần"."""
    if found.quantity.unit != "lần" or found.measure.change is Change.LEVEL or found.carried:
        return None
    at = left.find(found.measure.indicator.lower())
    return at if at >= 0 and found.quantity.change is Change.LEVEL else None


def _absent_from(reading: Reading, found: Measured, left: str) -> int | None:
    """ "không có ca tử vong": that there was none is reported by the number itself."""
    return len(left) if _absent().match(reading.slice(found.quantity.span).lower()) else None


def _continues(reading: Reading, found: Measured, accepted_until: int) -> bool:
    """Whether a number goes on with what the accepted one before it began: ", bằng 27% dự toán"."""
    if accepted_until < 0 or accepted_until > found.before.end:
        return False
    between = reading.text[accepted_until : found.quantity.span.start]
    if not is_listed(found.quantity.unit):
        return False
    if _listed().fullmatch(reading.slice(found.before).lower()) and not reading.quantities_in(
        Span(accepted_until, found.quantity.span.start)
    ):
        return True
    return len(between.split()) <= _LIST_WORDS or (found.carried and len(between.split()) <= 2 * _LIST_WORDS)


def _over_time(reading: Reading, piece: Span, found: Measured) -> bool:
    """Whether what was done is told of a stretch of time, not of a day: "Năm 2024, đơn vị bắt giữ 17 vụ"."""
    sentence = reading.sentences[reading.sentence_of(piece.start)]
    dates = [d for d in reading.dates_in(Span(sentence.start, found.quantity.span.start)) if not d.before]
    if any(d.period or len(d.edtf.split("/")[0]) < _DAY or is_now(reading, d) for d in dates):
        return all(len(d.edtf) != _DAY for d in dates)
    after = [d for d in reading.dates_in(rest_of(reading, piece, found)) if not d.before]
    if after and not dates and all(d.period or len(d.edtf.split("/")[0]) < _DAY for d in after):
        return True
    around = reading.text[
        sentence.start : found.quantity.span.end + next_break(reading.text[found.quantity.span.end :])
    ]
    return _regular().search(around.lower()) is not None


def _opening(left: str) -> bool:
    """Whether only a subject of a few words stands before the verb: "Vĩnh Giang thu hút 1,18 tỉ USD"."""
    return 0 < len(left.split()) <= _LIST_WORDS


_REPORTS: tuple[tuple[str, Callable[[Reading, Span, Measured, str, int], int | None]], ...] = (
    ("named", lambda _, __, found, left, until: _named_from(found, left, until >= 0) if found.named else None),
    ("possessed", lambda reading, piece, found, left, _: _possessed_from(reading, piece, found, left)),
    ("share", lambda _, __, found, left, ___: _share_from(found, left)),
    ("ratio", lambda _, __, found, left, ___: _ratio_from(found, left)),
    ("valued", lambda _, __, found, left, ___: _valued_from(found, left)),
    ("absent", lambda reading, _, found, left, __: _absent_from(reading, found, left)),
    ("done", lambda reading, piece, found, left, _: done_from(reading, piece, found, left)),
)
"""The ways of reporting a number, in the order in which they are tried."""
_WORTH = re.compile(r"(?<!\w)trị giá\s*\Z")  # "10 suất quà trị giá 100 triệu đồng"
_FUNDING = ("tổng vốn", "vốn đầu tư", "vốn vay", "tổng mức")
_FUNDED = re.compile(r"(?<!\w)(?:với|có|trong đó)\s+\Z")  # of a project, not reached by anybody
_CAME_TO = re.compile(r"(?<!\w)(?:xuống|lên|còn)(?:\s(?:còn|chỉ còn|tới|đến|mức))*\Z")
_STANDS = re.compile(r"(?<!\w)(?:hiện|hiện nay|đến nay|tới nay|đến thời điểm này|nay)(?!\w)")
_SHARE = re.compile(r"(?<!\w)(?:chiếm|đạt|chiếm tới|chiếm khoảng|chỉ chiếm|ở mức)\Z")


@cache
def _absent() -> re.Pattern[str]:
    """ "không có ca tử vong": there was none."""
    return re.compile(rf"không\s{one_of(lexicon('units')['none']['absent'])}\s")


@cache
def _valued() -> re.Pattern[str]:
    """A verb between an indicator and its value."""
    words = lexicon("indicators")
    verbs = [word for word in words["verbs_right"] if word not in words["reports"]["no_value"]]
    return re.compile(rf"(?<!\w){one_of(verbs)}\Z")


@cache
def _listed() -> re.Pattern[str]:
    """What stands between a mark and the next number of a list: nothing, "và", "trong đó có hơn"."""
    return re.compile(rf"(?:\s|{one_of(lexicon('indicators')['reports']['listing'])})*")


@cache
def _comes_to() -> re.Pattern[str]:
    """A verb that gives its subject a value, right before the number."""
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['comes_to'])}\Z")


@cache
def _opening_verb() -> re.Pattern[str]:
    """A verb right before an indicator that reports its value: "ghi nhận doanh thu 3.842 tỷ đồng"."""
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['opening'])}\Z")


@cache
def _regular() -> re.Pattern[str]:
    """What is done again and again, or through a stretch of time without a date: "mỗi dịp Tết", "nhiệm kỳ qua"."""
    return re.compile(rf"(?<!\w){one_of(lexicon('indicators')['reports']['regular'])}(?!\w)")


@cache
def _possession() -> re.Pattern[str]:
    """A verb of having or having done right before a number; group 1 is "đã" or the like, group 2 the verb."""
    words = lexicon("indicators")["reports"]
    fillers, verbs = one_of(words["possession_fillers"]), one_of([*words["possession"], *words["deeds"]])
    return re.compile(rf"(?<!\w)(?:({one_of(words['done'])})\s)?({verbs})(?:\s{fillers})*\Z")
