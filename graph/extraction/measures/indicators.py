"""What a number measures: the noun phrase before or after it, cut out of its clause."""

import re
from functools import cache
from typing import NamedTuple

from camket.graph.extraction.measures.referents import refers
from camket.graph.extraction.reading import QuantityMention, Reading
from camket.graph.extraction.text.cue_words import links
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.text.subjects import adverbs
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span

_WORD = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*|[,;:.()“”\"\n…]|[-–&]")
_BREAK = re.compile(r"[;:()“”\"\n…]|,(?=\s)|\.(?=\s|\Z)")
_AND = re.compile(r"\svà\s")
_HARD_BREAK = re.compile(r"[;:()“”\"\n…]|\.(?=\s|\Z)")
_OF_HERE = re.compile(r"\scủa\s(?:tỉnh|thành phố|huyện|địa phương|nước ta|cả nước)\Z", re.IGNORECASE)
_RATE = re.compile(r"/[^\s,;.]+")  # "/tháng" after a number belongs to that number
_DIFFERENCE = re.compile(r"(?<!\w)(?:so với|hơn|gấp|tương đương|bằng|mức|khi|do|nhờ|vì)(?!\w)")
_FROM_FIGURE = re.compile(r"\stừ\s(?:mức\s)?\d[\d.,]*\Z")  # "từ 6 lên 7,5 triệu"
_PASSIVE = re.compile(r"\s(?:được|bị)(?:\s[^\W\d_]+){1,5}")
_GROWTH = "tăng trưởng"
_OWNERS = {EntityKind.BODY, EntityKind.PLACE, EntityKind.PERSON}
_LONGEST = 8  # words an indicator has at most where no head noun says where it begins
_REACH = 1500  # characters in which what a classifier counts is sought
_SHORT = 6  # words of it that are kept


class Segment(NamedTuple):
    """The part of a clause that a number belongs to: from the last mark, "và" or number before it up to it."""

    span: Span
    opens: bool  # nothing but the clause's beginning stands before it


def segment_before(reading: Reading, clause: Span, quantity: QuantityMention, previous: int) -> Segment:
    """What stands before a number, back to `previous`, the end of the number before it, and to the last mark."""
    start = max(clause.start, previous)
    rate = _RATE.match(reading.text, start, quantity.span.start)
    start = rate.end() if rate else start
    text = reading.text[start : quantity.span.start]
    cuts = [m.end() for m in _BREAK.finditer(text)]
    start += cuts[-1] if cuts else 0
    return Segment(Span(start, quantity.span.start), start == clause.start)


def before(reading: Reading, segment: Span) -> str:
    """The indicator that stands before a number: from its head noun on, verbs and dates taken off; "" where none."""
    text = _undated(reading, segment)
    lowered = text.lower()
    end = len(_stripped_right(lowered))
    head = _heads().search(lowered, 0, end)
    return _OF_HERE.sub("", " ".join(text[head.start() : end].split())) if head else ""


def words_before(reading: Reading, segment: Span) -> str:
    """The last words before a number where no head noun stands there, cues and verbs taken off ("hỗ trợ mỗi hộ")."""
    text = _undated(reading, _without_subject(reading, segment))
    whole = _AND.split(text[: len(_stripped_right(text.lower()))])[-1].split()
    last = " ".join(whole[-_LONGEST:])
    kept = _stripped_left(last)
    kept = kept.rpartition(" đã ")[2]  # "Công ty X đã phát hành"
    if refers(kept or last):
        return _GROWTH if _GROWTH in text.lower() else last  # "kiên định mục tiêu tăng trưởng từ 10%"
    if _names_owner(reading, segment, kept):
        return _GROWTH if _GROWTH in text.lower() else ""  # "Quảng Ninh tăng trưởng 2 con số": of whom, not of what
    return kept if len(whole) <= _LONGEST else _stripped_left(" ".join(kept.split()[-_SHORT:]))


def _without_subject(reading: Reading, segment: Span) -> Span:
    """The segment from the end of a body's name on that it begins with: "Công ty X | báo lãi"."""
    first = next((p for p in reading.phrases_in(segment) if p.kind is EntityKind.BODY), None)
    if first is None or len(reading.text[segment.start : first.span.start].split()) > 1:
        return segment
    rest = Span(first.span.end, segment.end)
    return rest if _stripped_left(_stripped_right(reading.slice(rest).lower())).strip() else segment


def _names_owner(reading: Reading, segment: Span, words: str) -> bool:
    """Whether the words are nothing but somebody's name, with adverbs ("Quảng Ninh vẫn")."""
    for phrase in reading.phrases_in(segment):
        names = (reading.slice(phrase.span), reading.entities[phrase.entity].name) if phrase.kind in _OWNERS else ()
        for name in names:
            rest = fold(words.replace(name, "", 1)).split()
            if name in words and all(adverbs().ending(rest, i) for i in range(len(rest))):
                return True
    return False


def listed_before(reading: Reading, clause: Span, previous: int, quantity: QuantityMention) -> str:
    """An indicator that a list stretches over commas: "kim ngạch xuất khẩu cà phê, sầu riêng gấp ...", else ""."""
    start = max(clause.start, previous)
    hard = [m.end() for m in _HARD_BREAK.finditer(reading.text, start, quantity.span.start)]
    span = Span(hard[-1] if hard else start, quantity.span.start)
    doers = {EntityKind.PERSON, EntityKind.BODY}
    if any(p.kind in doers and "," in reading.text[span.start : p.span.start] for p in reading.phrases_in(span)):
        return ""
    found = before(reading, span)
    return "" if _has_verb().search(found.lower()) or len(found.split()) > 2 * _LONGEST else found


def noun_of(reading: Reading, quantity: QuantityMention) -> str:
    """What a classifier counts, told by an earlier number with the same unit ("1.200 căn nhà ở xã hội"), else ""."""
    start = quantity.span.start
    for earlier in reversed(reading.quantities_in(Span(max(0, start - _REACH), start))):
        if earlier.unit == quantity.unit:
            noun = after(
                reading, Span(earlier.span.end, min(len(reading.text), earlier.span.end + _REACH)), earlier.span.end
            )
            if noun and not is_ordinal(noun):
                return noun
    return ""


def is_phrase(words: str) -> bool:
    """Whether words name something of their own: not adverbs and links alone ("trong khi", "nhưng cũng")."""
    rest = fold(words).split()
    while rest and (length := adverbs().ending(rest, len(rest) - 1) or links().ending(rest, len(rest) - 1)):
        rest = rest[:-length]
    return len(rest) > 1 and not _DIFFERENCE.search(words.lower())


def is_ordinal(words: str) -> bool:
    """Whether the words after a counted noun only place it in a row ("đầu tiên")."""
    return words.startswith(tuple(lexicon("indicators")["generic"]["ordinals"]))


def after(reading: Reading, clause: Span, start: int) -> str:
    """The noun phrase right after a number, up to a mark, a verb, a preposition or a date; "" where there is none."""
    stops, compounds = _stops(), lexicon("indicators")["compounds"]
    limit = min([clause.end, *(d.span.start for d in reading.dates_in(Span(start, clause.end)))])
    words: list[str] = []
    end = start
    for match in _WORD.finditer(reading.text, start, limit):
        gap = reading.text[end : match.start()]
        word = match[0]
        if "/" in gap or word[0].isdigit() or not (word[0].isalpha() or word == "-"):
            break
        if _cue().match(reading.text, match.start()):
            break
        if word.lower() in stops and " ".join([*words[-1:], word]).lower() not in compounds:
            break
        words.append(word)
        end = match.end()
    return " ".join(reading.text[start:end].split()).strip("- ")


def passive_after(reading: Reading, clause: Span, start: int) -> str:
    """What is done to the counted right after a number or its noun: "được cấp chứng nhận", "bị ngập"; else ""."""
    found = _PASSIVE.match(reading.text, start, clause.end)
    return " ".join(found[0].split()) if found else ""


def _undated(reading: Reading, span: Span) -> str:
    """The text of a span with blanks where dates stand, so that offsets hold."""
    text = reading.slice(span)
    for date in reading.dates_in(span):
        first, last = date.span.start - span.start, date.span.end - span.start
        text = text[:first] + " " * (last - first) + text[last:]
    return text


def _stripped_right(lowered: str) -> str:
    pattern = _verbs_right()
    text = _FROM_FIGURE.sub("", lowered.rstrip(" ,"))
    while match := pattern.search(text):
        text = _FROM_FIGURE.sub("", text[: match.start()].rstrip(" ,"))
    return text


def _stripped_left(text: str) -> str:
    pattern = _words_left()
    text = text.lstrip(" ,")
    while match := pattern.match(text.lower()):
        text = text[match.end() :].lstrip(" ,")
    return text


@cache
def _heads() -> re.Pattern[str]:
    barred = "".join(rf"(?<!{re.escape(word)}\s)" for word in lexicon("indicators")["not_after"])
    return re.compile(rf"(?<!\w){barred}{one_of(lexicon('indicators')['heads'])}(?!\w)")


@cache
def _has_verb() -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:đạt|tăng|giảm|ước|sẽ|đã|phải|cần|còn|có|là|được|vượt)(?!\w)")


@cache
def _verbs_right() -> re.Pattern[str]:
    mean = r"(?:tăng|giảm)\s(?:bình quân|trung bình)"  # a noun phrase with "mức" before it
    apart = rf"(?:\A|(?<!mức)(?<!tốc độ)\s|\s(?!{mean}))"
    return re.compile(rf"{apart}{one_of(lexicon('indicators')['verbs_right'])}\Z")


@cache
def _words_left() -> re.Pattern[str]:
    return re.compile(rf"{one_of(lexicon('indicators')['words_left'])}(?:\s|\Z)")


@cache
def _cue() -> re.Pattern[str]:
    """A verb of two syllables that ends a noun phrase: "6 nhà máy cam kết"."""
    return re.compile(rf"{one_of(lexicon('indicators')['stops_long'])}(?!\w)")


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicon("indicators")["stops_right"])


def after_is_noun(after: str) -> bool:
    """Whether the words after an amount of money say what it is ("vốn trung ương"), not what it is for ("làm nhà")."""
    return bool(_heads().match(after.lower()))


def next_break(text: str) -> int:
    """How far it is to the next mark or "và"; the whole length where there is none."""
    found = [m.start() for m in (_BREAK.search(text), _AND.search(text)) if m]
    return min(found, default=len(text))
