"""Whose number it is: the body or place named before it, else the place its passage or article is about."""

import re
from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.measures.blocks import contrast
from camket.graph.extraction.measures.measures import Measured
from camket.graph.extraction.measures.owners import worded_owner
from camket.graph.extraction.measures.setting import last_here, meant_by, setting_of
from camket.graph.extraction.reading import DraftEntity, Phrase, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.facts import EntityKind, Span

_ACCORDING = re.compile(r"(?:cũng\s)?theo\s", re.IGNORECASE)
_SOURCE = re.compile(r"(?:[^\W\d_]+\s){1,5}của\s")  # "Theo nghiên cứu gần đây của ..."
_WORD_BEFORE = re.compile(r"([^\W_]+)\s\Z")
_LONGEST_WORD = 12  # characters before a phrase in which the word before it lies
_ASIDE = re.compile(
    r"(?<!\w)(?:tại|ở|trên|với|vào|sang|vay từ|vay của|tới|đến|cho|so với|do|theo|của HĐND|bởi|thông qua"
    r"|(?<!năm )(?<!tháng )(?<!quý )(?<!kỳ )(?<!tuần )(?<!vừa )qua)\s\Z",
    re.IGNORECASE,
)
_INVESTED = re.compile(r"(?<!\w)(?:vốn|fdi|oda)(?!\w).*\s(?:vào|tại)\s")
_WHERE = re.compile(r"(?:tại|ở)\s", re.IGNORECASE)
_TURNED_WHERE = re.compile(r"(?<!\w)(?:song|nhưng|riêng|còn|trong khi)\s(?:ở|tại)\s\Z", re.IGNORECASE)
_TOPIC = re.compile(r"(?:Còn\s|Riêng\s)?(?:đối\s)?với\s", re.IGNORECASE)
_TURNED = 18  # characters of these words
_ANYBODY = frozenset({EntityKind.PLACE, EntityKind.BODY, EntityKind.PERSON, EntityKind.GROUP})
PRODUCERS = frozenset({"Company", "School", "Hospital", "Association", "Institute"})
"""Kinds of bodies that make, sell or teach, and so have figures of their own."""

_TURN_REACH = 160  # characters between an owner and what a contrast says of it: "đặt mục tiêu ..., song mới xong"
_BUDGET = "ngân sách "
_VERB_WORDS = 4  # words of the verb between whoever has so many of something and the number
_ADVERB_WORDS = 4  # before the comma at the beginning of a sentence: "Trước đó,", "Cũng trong dịp này,"


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose a number is: keys of entities (none: somebody who is not known), and where they are named."""

    entities: tuple[str, ...]
    where: Span


def subject_of(reading: Reading, sentence: Span, found: Measured, said_from: int) -> Subject | None:
    """The body, place or places whose number `found` is; None where the sentence does not say it plainly.

    said_from: where the words begin that report it, the indicator or the verb of having. Whoever has so many of
    something stands right before them, opens the sentence, or is named in the indicator ("doanh thu của X"): a name, a
    common noun ("bệnh viện", "cả nước"), or "toàn tỉnh" for the place the article is about. What belongs to a territory
    (GRDP, the budget) is a place's, never a state body's. "trên địa bàn" may name the place after the number.
    """
    start = found.quantity.span.start
    territorial = is_territorial(found)
    named = [p for p in reading.phrases_in(Span(sentence.start, start)) if _may_own(reading, p, found, said_from)]
    last = _joined(reading, named) if named else None
    nearest = last_here(reading, sentence.start, start)
    place = meant_by(reading, nearest) or setting_of(reading, local=True)
    worded = worded_owner(reading, sentence.start, start)
    if worded and worded[1].end > max(nearest, last.where.end if last else -1):
        if worded[0] is None:
            return Subject((), worded[1])
        own = not territorial or _has_territory(reading.entities[worded[0]])
        if own and (_is_near(reading, worded[1].end, said_from) or _opens(reading, sentence, worded[1])):
            return Subject((worded[0],), worded[1])
    if place and nearest > (last.where.end if last else -1) and (territorial or _is_near(reading, nearest, said_from)):
        return Subject((place,), reading.entities[place].mentions[0])
    if last and (territorial or _is_near(reading, last.where.end, said_from) or _opens(reading, sentence, last.where)):
        return last
    return _ground_after(reading, Span(start, sentence.end))


def _ground_after(reading: Reading, rest: Span) -> Subject | None:
    """The place after "trên địa bàn" in what follows a number."""
    for phrase in reading.phrases_in(rest):
        if phrase.kind == EntityKind.PLACE and _ground().search(reading.text[rest.start : phrase.span.start]):
            return Subject((phrase.entity,), phrase.span)
    return None


def is_part_apart(reading: Reading, subject: Subject) -> bool:
    """Whether an owner is only a part set apart: "song ở huyện X mới là 83%"; what follows is not told of it."""
    start = subject.where.start
    return _TURNED_WHERE.search(reading.text[max(0, start - _TURNED) : start]) is not None


def is_territorial(found: Measured) -> bool:
    """Whether an indicator belongs to a territory: GRDP, the budget, the poor."""
    return bool(_territorial().match(found.measure.indicator.lower()))


def names_anybody(reading: Reading, span: Span) -> bool:
    """Whether a place, a body, a person or a group is named in a span."""
    return any(phrase.kind in _ANYBODY for phrase in reading.phrases_in(span))


def _may_own(reading: Reading, phrase: Phrase, found: Measured, said_from: int) -> bool:
    """Whether a phrase can be the owner: of a kind that has such numbers, no adjunct, not only the one who says it."""
    invested = phrase.kind == EntityKind.PLACE and _INVESTED.search(found.measure.indicator.lower())
    if phrase.kind not in {EntityKind.PLACE, EntityKind.BODY} or (_is_aside(reading, phrase) and not invested):
        return False
    entity = reading.entities[phrase.entity]
    if is_territorial(found) and not (_has_territory(entity) or _disburses(reading, phrase, found, said_from)):
        return False
    if phrase.span.end > said_from:
        return True
    if _depends(reading, phrase) and not (is_territorial(found) and _is_budget(reading, phrase)):
        return False
    between = reading.text[phrase.span.end : said_from].lower()
    people = reading.phrases_in(Span(phrase.span.end, said_from))
    if any(p.kind in {EntityKind.PERSON, EntityKind.GROUP, EntityKind.POST} for p in people):
        return False
    said = _says().search(between)
    return said is None or (entity.category in PRODUCERS and said[0] in lexicon("indicators")["owners_say"]["words"])


def _has_territory(entity: DraftEntity) -> bool:
    """Whether what belongs to a territory may be an entity's own: a place, one that trades, or one that collects."""
    if entity.kind == EntityKind.PLACE or entity.category in PRODUCERS:
        return True
    return any(word in entity.name.lower() for word in lexicon("indicators")["reports"]["collectors"])


def _disburses(reading: Reading, phrase: Phrase, found: Measured, said_from: int) -> bool:
    """Whether a body is told right before to pay out so much: "Bộ X giải ngân đạt 81% kế hoạch"."""
    spent = tuple(lexicon("indicators")["reports"]["disbursed"])
    return found.measure.indicator.lower().startswith(spent) and _is_near(reading, phrase.span.end, said_from)


def _depends(reading: Reading, phrase: Phrase) -> bool:
    """Whether the word before a phrase makes it a mere attribute: "tuyển Việt Nam", "bờ biển Libya"."""
    start = phrase.span.start
    before = _WORD_BEFORE.search(reading.text[max(0, start - _LONGEST_WORD) : start])
    if not before or any(d.span.end == start - 1 for d in reading.dates):
        return False
    if any(frame.content.start == start for frame in reading.frames):
        return False  # "thừa nhận | toàn huyện thiếu 46 phòng học"
    return before[1].lower() not in lexicon("indicators")["owner_after"]["words"]


def _is_budget(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name tells whose budget it is: "Ngân sách Sơn Hà | năm nay chỉ thu được ..."."""
    start = phrase.span.start
    return reading.text[max(0, start - len(_BUDGET)) : start].lower() == _BUDGET


def _is_near(reading: Reading, end: int, said_from: int) -> bool:
    """Whether what ends at `end` stands in the indicator, or right before it or the verb of having."""
    if end > said_from:
        return True
    between = reading.text[end:said_from]
    turned = len(between) <= _TURN_REACH and not reading.phrases_in(Span(end, said_from))
    turns = [m.end() for m in contrast().finditer(between.lower())] if turned else []
    return len(between[turns[-1] if turns else 0 :].split()) <= _VERB_WORDS


def _opens(reading: Reading, sentence: Span, where: Span) -> bool:
    """Whether a phrase is the first of its sentence, but for a date or who says it before it."""
    start = sentence.start
    if _ACCORDING.match(reading.text, start):  # "Theo báo cáo của Cục trưởng X, năm qua, đơn vị ..."
        comma = reading.text.find(",", start, where.start)
        start = comma + 1 if comma >= 0 else start
    left = reading.text[start : where.start]
    for date in reading.dates_in(Span(start, where.start)):
        left = left.replace(reading.slice(date.span), "")
    told = [m.end() for m in _says().finditer(left.lower())]
    left = left[told[-1] :] if told else left
    adverbial = left.rstrip().endswith(",") and not reading.phrases_in(Span(start, where.start))
    return len(left.strip(" ,:-").split()) <= (_ADVERB_WORDS if adverbial else 1)


def _joined(reading: Reading, named: list[Phrase]) -> Subject:
    """The last phrase, with the ones of its kind that a dash or "và" joins to it ("Việt Nam - Tavoria")."""
    if len(named) > 1 and (named[-2].kind, named[-1].kind) == (EntityKind.BODY, EntityKind.PLACE):
        apart = reading.text[named[-2].span.end : named[-1].span.start].strip()
        named = named if apart else named[:-1]  # "Liên đoàn Lao động (LĐLĐ) tỉnh": the place belongs to the body's name
    kept = [named[-1]]
    for phrase in reversed(named[:-1]):
        gap = reading.text[phrase.span.end : kept[0].span.start]
        if phrase.kind != kept[0].kind or gap.strip() not in {"-", "–", "và"}:
            break
        kept.insert(0, phrase)
    entities = tuple(dict.fromkeys(phrase.entity for phrase in kept))
    return Subject(entities, Span(kept[0].span.start, kept[-1].span.end))


def _is_aside(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase only says where, with whom or for whom; or belongs to who is named after "theo"."""
    sentence = reading.sentences[reading.sentence_of(phrase.span.start)]
    told = _ACCORDING.match(reading.text, sentence.start)
    if told and _SOURCE.fullmatch(reading.text, told.end(), phrase.span.start):
        return True
    if told and "," not in reading.slice(phrase.span) and reading.text[phrase.span.end : phrase.span.end + 1] == ",":
        return True
    if _TOPIC.fullmatch(reading.text, sentence.start, phrase.span.start):
        return False  # "Còn đối với công ty X, doanh thu đạt ..."
    opening = phrase.kind is EntityKind.PLACE and _WHERE.fullmatch(reading.text, sentence.start, phrase.span.start)
    if opening and reading.text[phrase.span.end : phrase.span.end + 1] == ",":
        return False  # "Tại Nghệ An, giá trị sản xuất tăng ..."
    turned = reading.text[max(0, phrase.span.start - _TURNED) : phrase.span.start]
    if phrase.kind is EntityKind.PLACE and _TURNED_WHERE.search(turned):
        return False  # "đạt 91%, song ở huyện Sơn Lạc mới là 83%"
    left = reading.text[max(0, phrase.span.start - _LONGEST_WORD) : phrase.span.start]
    if left.endswith(" và "):  # "các chủ nhân ở Hà Nội và Cần Thơ"
        first = reading.phrases_in(Span(sentence.start, phrase.span.start))
        if first and first[-1].span.end == phrase.span.start - len(" và "):
            return _is_aside(reading, first[-1])
    return bool(_ASIDE.search(left)) or (phrase.kind is EntityKind.BODY and left.lower().endswith(" trên "))


@cache
def _says() -> re.Pattern[str]:
    """A verb of saying: who stands before it says what follows."""
    verbs = [word for verb in lexicon("speech")["verb"] for word in verb["words"]]
    return re.compile(rf"(?<!\w){one_of([*verbs, *lexicon('indicators')['owners_say']['words']])}(?!\w)")


@cache
def _territorial() -> re.Pattern[str]:
    return re.compile(one_of(lexicon("indicators")["reports"]["territorial"]))


@cache
def _ground() -> re.Pattern[str]:
    """ "trên địa bàn (tỉnh)" right before a name, with no semicolon between it and the number."""
    return re.compile(r"\A[^;\n]*\strên\sđịa\sbàn\s(?:tỉnh\s|thành\sphố\s|huyện\s|xã\s)?\Z")
