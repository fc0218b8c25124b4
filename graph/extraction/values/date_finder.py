"""Finding the dates of one article: where a form may stand, what limits it, and what only looks like a date."""

import re
from functools import cache

from camket.graph.extraction.reading import DateMention, Reading
from camket.graph.extraction.text.cues import one_of
from camket.graph.extraction.values.chronology import Anchor, ended_before
from camket.graph.extraction.values.date_forms import Form, forms
from camket.graph.extraction.values.date_meanings import Context, lexicon
from camket.graph.facts import Span

_LOOKBACK = 40  # characters before a date in which a limit or an introducing word is sought
_CLAUSE_END = re.compile(r"[.;:!?\n”“\"]")
_NEXT_WORD = re.compile(r"\s(\w+)")
_BEFORE_MONTHS = re.compile(r'(?:[,.;:(“"\n]|lũy kế|tính chung|cộng dồn)\Z')
_SEVERAL = frozenset({"mấy", "vài", "nhiều", "những", "các"})
_YEARS_BY = frozenset({"năm sau", "năm trước", "năm tới", "năm qua", "năm vừa qua"})
_BARE = re.compile(r"[\d/.\s–-]+")
_FRACTION = re.compile(r"(\d{1,2})/(\d{1,2})\Z")
_FULL_YEAR = re.compile(r"/\d{4}\Z")
_NUMBERED = re.compile(r"(?:số|nghị định|thông tư|quyết định|nghị quyết|luật)\Z")  # "nghị định 12/2024" is no month
_YEAR = len("2025")
_BEFORE_YEAR = frozenset({"đến", "tới", "trước", "sau", "từ", "vào", "trong", "cuối", "đầu", "giữa"})
_QUANTITY_FOLLOWS = re.compile(
    r"\s*(?:%|điểm|tỷ|tỉ|triệu|nghìn|ngàn|đồng|usd|km|m[23²³]?|ha|tấn|tạ|kg|lần|ngày|tháng|năm(?!\s(?:nay|tới|sau|ngoái))"
    r"|giờ|phút|tuổi|người)(?!\w)"
)


@cache
def _limits() -> tuple[re.Pattern[str], frozenset[str]]:
    """What sets a limit right before a date, and which of it ends before the date."""
    words = lexicon()
    before = frozenset(words["ends_before"])
    day = r"(?:hết\s|là\s|ngày\s|(?:dịp\s)?lễ\s|dịp\s|(?:lễ\s)?quốc\skhánh\s)?"
    pattern = rf"(?<!\w)({one_of([*before, *words['keeps']])})\s{day}\Z"
    return re.compile(pattern), before


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lexicon()
    return re.compile(rf"(?<!\w){one_of(words['ahead'])}(?!\w)"), re.compile(rf"(?<!\w){one_of(words['past'])}(?!\w)")


class Finder:
    """One pass over the tokens of an article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        lowered = reading.text.lower()
        # Offsets must hold: a text with letters whose lower case is longer is read as it stands.
        self.text = lowered if len(lowered) == len(reading.text) else reading.text
        self.anchor = Anchor.of(reading.document.published)
        self.last_day: str | None = None
        self.last_year: str | None = None
        self.term: str | None = None

    def found(self) -> list[DateMention]:
        """Every date, in text order."""
        mentions: list[DateMention] = []
        table = forms()
        end = 0
        for start, norm in zip(self.reading.starts, self.reading.norms, strict=True):
            if start < end:
                continue
            candidates = table.get("#" if norm[:1].isdigit() else norm)
            mention = self._at(start, candidates) if candidates else None
            if mention:
                mentions.append(mention)
                end = mention.span.end
        return mentions

    def _at(self, start: int, candidates: tuple[Form, ...]) -> DateMention | None:
        for form in candidates:
            match = form.pattern.match(self.text, start)
            if match and self._plausible(match):
                mention = self._mention(form, match)
                if mention:
                    return mention
        return None

    def _mention(self, form: Form, match: re.Match[str]) -> DateMention | None:
        start = match.start()
        limits, ends_before = _limits()
        limit = limits.search(self.text, max(0, start - _LOOKBACK), start)
        context = Context(
            self.anchor,
            self._looks_ahead(match),
            self.last_day,
            self.last_year,
            self.reading.text[start : match.end()],
            self.term,
            bool(limit),
        )
        edtf = form.resolve(match.groupdict(), context)
        if edtf is None:
            return None
        self._remember(edtf, match, bool(limit))
        vague = (match.groupdict().get("vague") or "").strip()
        if limit and limit[1] in ends_before and vague not in {"giữa", "cuối", "hết"} and "tết" not in match[0]:
            edtf = ended_before(edtf)
        period = form.period or vague in {"cả", "trong"}
        return DateMention(Span(limit.start() if limit else start, match.end()), edtf, bool(limit), period)

    def _remember(self, edtf: str, match: re.Match[str], limit: bool) -> None:
        """Keep the day that "cùng ngày" would mean: the latest one told so far that is neither a limit nor to come."""
        if match[0].startswith("nhiệm k") and edtf > (self.term or ""):
            self.term = edtf
        self.last_year = edtf[:_YEAR] if edtf[:_YEAR].isdigit() else self.last_year
        published = self.reading.document.published
        left = self.text[max(0, match.start() - 4) : match.start()]
        told = not limit and not left.endswith(("đến ", "tới ")) and not match[0].startswith(("đêm nay", "tối nay"))
        if len(edtf) == 10 and told and (not published or edtf <= published + "~") and edtf > (self.last_day or ""):
            self.last_day = edtf

    def _looks_ahead(self, match: re.Match[str]) -> bool:
        """Whether the clause speaks of what is to come: it has a cue for that and none for what has happened."""
        ahead, past = _cues()
        left = _CLAUSE_END.split(self.text[max(0, match.start() - 120) : match.start()])[-1]
        right = _CLAUSE_END.split(self.text[match.end() : match.end() + 40])[0]
        return bool(ahead.search(left) or ahead.search(right)) and not past.search(left[-_LOOKBACK:] + " " + right)

    def _plausible(self, match: re.Match[str]) -> bool:
        """Whether it is a date at all: not 2-3, 11/14, 24/7, "hiện đại", nor "7 tháng" in the middle of a clause."""
        matched, groups = match[0], match.groupdict()
        left = self.text[max(0, match.start() - _LOOKBACK) : match.start()].rstrip()
        if matched.startswith("hiện"):
            return self._means_now(match, left)
        if groups.get("shift") or matched in _YEARS_BY:
            before = last_word(left)
            return not before[-1:].isdigit() and before not in lexicon()["months"] and before not in _SEVERAL
        if matched.endswith("tháng"):
            valued = self.text[match.end() : match.end() + 1] == " "  # "9 tháng ước đạt"; else a comma follows
            return not left or valued or _BEFORE_MONTHS.search(left) is not None
        if not matched[0].isdigit() or not _BARE.fullmatch(matched):
            return True
        return self._bare_plausible(match, left)

    def _means_now(self, match: re.Match[str], left: str) -> bool:
        """Whether "hiện" is a word of its own: not of "thực hiện" or "hiện đại"."""
        words, following = lexicon(), _NEXT_WORD.match(self.text, match.end())
        belongs = following is not None and following[1] in words["now_not_before"]
        return last_word(left) not in words["now_not_after"] and not belongs

    def _bare_plausible(self, match: re.Match[str], left: str) -> bool:
        """Whether figures with no word among them are a date, by what stands before (`left`) and after them."""
        groups = match.groupdict()
        if _QUANTITY_FOLLOWS.match(self.text, match.end()) and not _FULL_YEAR.search(match[0]):
            return False
        if groups.get("y") and (groups.get("d") or groups.get("y1")):
            return True
        if groups.get("y") and groups.get("m"):
            return not _NUMBERED.search(left)
        if groups.get("y"):
            return last_word(left) in _BEFORE_YEAR
        introduced = last_word(left) in lexicon()["introduces"] or left.endswith(("(", ","))
        return (introduced or "/" in match[0]) and not self._share(match)

    def _share(self, match: re.Match[str]) -> bool:
        """Whether a/b is a part of something: a is smaller than b and nothing introduces it, or a noun follows."""
        fraction = _FRACTION.search(match[0])
        if not fraction:
            return False
        left = self.text[max(0, match.start() - _LOOKBACK) : match.start()].rstrip()
        following = self.text[match.end() : match.end() + 20]
        if fraction[0] == "24/7":
            return last_word(left) not in lexicon()["introduces"]
        if re.match(rf"\s{one_of(lexicon()['shares'])}(?!\w)", following):
            return not _limits()[0].search(left + " ")  # "muộn nhất 30/6 các nhà thầu"
        return (
            int(fraction[1]) <= int(fraction[2]) and last_word(left) not in lexicon()["introduces"] and left[-1:] != "("
        )


def last_word(text: str) -> str:
    """The last word of `text`, marks that separate dates left aside; "" where there is none."""
    return text.rstrip(" ,(").rsplit(maxsplit=1)[-1] if text.strip(" ,(") else ""
