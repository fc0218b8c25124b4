"""The content of a clause: the words that say what is undertaken, numbers, how it stands to what was said before."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import Span

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:_[^\W\d_]+)*")
_DATE: Final = re.compile(
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?(?!\d)|\d{1,2}[/-](?:19|20)\d{2}"
    r"|(?:quý|quí)\s+(?:[ivx]+|\d)(?!\w)(?:\s*[/.-]\s*\d{4})?|(?:ngày|tháng|năm|lúc)\s+\d[\d/.-]*|(?<!\d)(?:19|20)\d{2}\s*[-–/]\s*(?:19|20)\d{2}"
)
WHOLE: Final = "toàn_bộ"
"""The content word for all of something."""

ORDINAL: Final = "no:"
"""What the marks begin with that tell which of several parts is meant."""

_BEFORE: Final = re.compile(r"\s(?:chỉ\s+)?sau khi\s")
_PARAGRAPH: Final = 300
"""So many characters before a report its paragraph may have named the year."""
_OPENING: Final = 4
"""Words of a clause that tell something by themselves."""
_ORDINAL: Final = re.compile(
    r"(?<!\w)(?:(?:giai đoạn|đợt|gói thầu|gói|khoản)\s+(?:số\s+)?(\d{1,2}|đầu|một|hai|ba|bốn|i{1,3}|iv)"
    r"|(?<!lần )(?<!hạng )thứ\s+(nhất|hai|ba|tư))(?![\w/.,-]|\s*-)"
)
_SAME_ORDINALS: Final = ("1 đầu một nhất i", "2 hai ii", "3 ba iii", "4 bốn tư iv")
_ORDINALS: Final = {word: same.split()[0] for same in _SAME_ORDINALS for word in same.split()}
_CHANGE: Final = re.compile(
    r"(?<!\w)từ\s+(?:mức\s+)?\d[\d.,]*%?(?:\s+[^\W\d]+){0,3}\s+(?:lên|xuống|còn|thành|về)(?!\w)"
)
_NOT_ITS_YEAR: Final = re.compile(r"(?:so với|từ|của|ký|khóa|cùng kỳ|trong năm|thực hiện|ước)\s*(?:cả\s+)?$")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")


def content(text: str) -> list[str]:
    """The words of a text that say what is undertaken, in order: ways to say one thing made one, dates left out."""
    plain = _into_use().sub(r"\1 \2 \3", _compared().sub(" ", _DATE.sub(" ", fold(text))))
    joined = _synonyms()[0].sub(lambda found: _synonyms()[1][found[0]], plain)
    joined = _stop_phrases().sub(" ", joined)
    return [_number(word) if word[0].isdigit() else word for word in _TOKEN.findall(joined)]


def numbers(words: Iterable[str]) -> list[str]:
    """The numbers among content words that single something out: at least two digits, no shares."""
    return [word for word in words if word[0].isdigit() and len(word) > 1 and not word.endswith("%")]


def number(value: Decimal, unit: str) -> str:
    """How a clause's content has a number of this value and unit; of large amounts of money it is another."""
    return format(value.normalize(), "f") + ("%" if unit == "%" else "")


def marks(text: str) -> list[str]:
    """How a clause stands to what was said before: names of the lists under `[marks]` of which it has a word."""
    plain = fold(text)
    return [name for name, pattern in _marks().items() if pattern.search(plain)]


def ordinals(text: str) -> list[str]:
    """Marks of which of several parts a clause is about: "giai đoạn 2", "gói thầu số 3", "phần thứ hai"."""
    found = {match[1] or match[2] for match in _ORDINAL.finditer(fold(text))}
    return sorted(ORDINAL + _ORDINALS.get(number, number) for number in found)


@cache
def parts() -> frozenset[str]:
    """Words for parts of works: with the part the whole is not done."""
    return frozenset(lexicon("life")["parts"]["words"])


def unconditional(text: str) -> str:
    """A clause without the condition it begins with: "Khi tỷ lệ giải ngân đã qua mốc 60%, tỉnh sẽ ..."."""
    found = _condition().match(fold(text))
    return text[found.end() :] if found else text


def without_before(text: str) -> str:
    """A report without what went before: "Vụ đã thẩm định xong | sau khi tỉnh gửi đủ hồ sơ"."""
    found = _BEFORE.search(fold(text))
    return text[: found.start()] if found and len(text[: found.start()].split()) > _OPENING else text


def is_change(text: str) -> bool:
    """Whether a clause names a former value and a new one: "được nâng từ 1.400 lên 1.600"."""
    return bool(_CHANGE.search(fold(text)))


def is_negative(text: str) -> bool:
    """Whether a clause without its actor says what is not to be done or to be: "không để phát sinh thêm"."""
    return bool(_negation().match(fold(text)))


def lead(text: str, start: int) -> str:
    """What stands in its sentence before a clause that begins at `start`."""
    return text[max(_boundary(text, start), 0) : start]


def topic(text: str, start: int) -> str:
    """What the sentence of a clause that begins at `start` names as its topic: "Riêng ..., ông cho hay"; else ""."""
    begins = max(_boundary(text, start), 0)
    before = text[begins:start]
    found = _topic().match(fold(before))
    return before[found.end() :].split(",")[0] if found and "," in before else ""


def year_before(text: str, evidence: Span, published: str) -> str:
    """The year that a sentence names in a clause, or before one without a time of its own: "Sang năm 2023, ..."."""
    own = fold(text[slice(*evidence)])
    if _DATE.search(own) or "năm" in own.split():
        years = {found[1] for found in _year().finditer(own) if not _NOT_ITS_YEAR.search(own[: found.start()])}
        return years.pop() or "" if len(years) == 1 else ""
    before = fold(text[_boundary(text, evidence.start) : evidence.start])
    for found in reversed(list(_year().finditer(before))):
        if not _NOT_ITS_YEAR.search(before[: found.start()]):
            return found[1] or str(int(published[:4]) + _years()[found[2]])
    return ""


def year_closed(text: str, evidence: Span, published: str) -> str:
    """The year that the sentences before a report name in its paragraph, if it has just ended and the report's own
    sentence names no time: "GRDP năm 2025 tăng 9%. Thu ngân sách cán mốc ...", published at the end of December.
    """
    begins = max(_boundary(text, evidence.start), 0)
    if _DATE.search(fold(text[begins : evidence.end])):
        return ""
    paragraph = text[max(0, begins - _PARAGRAPH) : begins].rpartition("\n")[2]
    plain = fold(paragraph)
    years = [y[1] for y in _year().finditer(plain) if y[1] and not _NOT_ITS_YEAR.search(plain[: y.start()])]
    year = years[-1] if years else ""
    return year if year and published[: len("2025-12")] in (f"{year}-12", f"{int(year) + 1}-01") else ""


def sentence_before(text: str, start: int) -> str:
    """The sentence before that of a clause which begins at `start`, "" where a paragraph begins there."""
    begins = _boundary(text, start)
    if not begins or text[begins - 1] == "\n":
        return ""
    end = len(text[:begins].rstrip())
    return text[_boundary(text, end - 1) : end]


def _boundary(text: str, start: int) -> int:
    found = 0
    for match in re.finditer(r"[.!?…][\"”’)]*\s+|\n+", text[max(0, start - 400) : start]):
        found = max(0, start - 400) + match.end()
    return found


def _number(word: str) -> str:
    """A number as digits with a decimal point: "1.200" is 1200, "41,5" is 41.5."""
    share = word.endswith("%")
    digits = word.rstrip("%")
    digits = digits.replace(".", "") if _THOUSANDS.match(digits) else digits
    return digits.replace(",", ".") + ("%" if share else "")


def _years() -> Mapping[str, int]:
    years: Mapping[str, int] = lexicon("life")["years"]
    return years


@cache
def _year() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:năm\s+(20\d\d)|({one_of(_years())})(?!\s*20\d\d))(?![\w/-])")


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    same = {
        fold(word): fold(group[0]).replace(" ", "_").replace("%", "")
        for group in lexicon("life")["synonyms"]
        for word in group
    }
    return re.compile(rf"(?<!\w){one_of(same)}(?!\w)"), same


@cache
def _into_use() -> re.Pattern[str]:
    """ "Đưa bệnh viện vào hoạt động": what the verb frames, taken out of it."""
    known = lexicon("life")["framed"]
    return re.compile(rf"(?<!\w)({known['verb']})\s+((?:\S+\s+){{1,12}}?)({one_of(known['ends'])})(?!\w)")


@cache
def _compared() -> re.Pattern[str]:
    """How what was done stands to what had been promised, up to the end: it tells nothing of what it is."""
    return re.compile(rf"(?<!\w){one_of(map(fold, lexicon('life')['compared']['words']))}(?!\w)[^,;.]*\Z")


@cache
def _stop_phrases() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(map(fold, lexicon('life')['stop']))}(?!\w)")


@cache
def _marks() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(rf"(?<!\w){one_of(map(fold, words))}(?!\w)")
        for name, words in lexicon("life")["marks"].items()
    }


@cache
def _topic() -> re.Pattern[str]:
    return re.compile(rf"\W*{one_of(lexicon('life')['topic']['words'])}\s+")


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\W*{one_of(lexicon('life')['condition']['words'])}\s[^,;]*,")


@cache
def _negation() -> re.Pattern[str]:
    words = lexicon("life")["negation"]
    return re.compile(
        rf"\W*(?:{one_of(words['after'])}\s+)*{one_of(words['words'])}(?!\w)(?!\s+{one_of(words['not_before'])}(?!\w))"
    )
