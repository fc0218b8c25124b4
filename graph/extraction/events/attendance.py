"""Who was there according to later sentences: lists of those present, and those who speak at the gathering."""

from itertools import pairwise

from camket.graph.extraction.events.event_cues import Item, cues, speech_verbs, table
from camket.graph.extraction.events.event_openings import ATTENDING
from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.text.subjects import adverbs
from camket.graph.facts import EntityKind

_OPENING_ITEMS = 8  # a list of those present begins within so many items of its sentence
_CLOSING_ITEMS = 6  # items at most from "cùng dự" to the end of a sentence whose list stands first
_BEFORE_SPEAKER = frozenset({",", "”", '"', ";", ":", "-", "–"})
_KIND_WORDS = 3  # words at most before the name that opens a sentence
_STANDING_ITEMS = 12  # items at most from "Ngồi" to who sits there
_BRACKET_TOKENS = 10
_APPOSITION_ITEMS = 16
_STOPS_APPOSITION = frozenset({";", ":", "”", "“", '"'})
_AFTER_APPOSITION = frozenset({",", "-", "–"})
_ADVERBS = 4  # words at most between a speaker and the verb


def listed(reading: Reading, items: list[Item]) -> list[Phrase]:
    """Those whom a sentence lists as present ("Cùng dự có ông A, Chủ tịch B; bà C"), in text order; else nothing."""
    start = _list_start(reading, items)
    if start is None:
        return []
    found: list[Phrase] = []
    for i, item in enumerate(items[start:], start):
        if item.closes and found and not _names_side(items, i):
            break
        if _completes_post(items, i):
            continue
        if (item.phrase and item.phrase.kind in ATTENDING and not _of_another(reading, item)) or (
            item.phrase and _is_country_there(reading, items, i, found)
        ):
            found.append(item.phrase)
    return found


def _names_side(items: list[Item], i: int) -> bool:
    """Whether "về" at item `i` begins "về phía Bộ có", which lists those of the next side."""
    return items[i].norm == "về" and i + 1 < len(items) and items[i + 1].norm == "phía"


def _is_country_there(reading: Reading, items: list[Item], i: int, found: list[Phrase]) -> bool:
    """Whether item `i` is a country from which somebody came, or goes on with such: "quan sát viên đến từ A, B"."""
    phrase = items[i].phrase
    if phrase is None or reading.place_levels.get(phrase.entity) != "country" or i == 0:
        return False
    goes_on = items[i - 1].norm in {",", "và"} and bool(found) and items[i - 2].phrase is found[-1]
    return goes_on or reading.norms[items[i].first - 2 : items[i].first] == ["đến", "từ"]


def _completes_post(items: list[Item], i: int) -> bool:
    """Whether the body at item `i` only ends somebody's post: "bà A - Vụ trưởng Vụ Địa bàn, Ủy ban Kiểm tra"."""
    phrase, before = items[i].phrase, items[i - 2].phrase if i > 1 else None
    if phrase is None or before is None or phrase.kind != EntityKind.BODY or before.kind != EntityKind.PERSON:
        return False
    return items[i - 1].norm == "," and before.span.end > before.name.end


def _list_start(reading: Reading, items: list[Item]) -> int | None:
    """The item after which the list begins; None where the sentence lists nobody."""
    norms, opens, closing = reading.norms, table("attendance", "opens"), table("attendance", "closes_with")
    for i, item in enumerate(items[:_OPENING_ITEMS]):
        opening = opens.at(norms, item.first) and _opens(items, i)
        if opening and (start := _after_opening(reading, items, i)) is not None:
            return start
    ends = [i for i, item in enumerate(items) if item.phrase is None and closing.at(norms, item.first)]
    listed_before = items[: ends[0]] if ends and ends[0] >= len(items) - _CLOSING_ITEMS else []
    if any(item.phrase for item in listed_before) and not any(item.closes for item in listed_before):
        return 0
    return None


def _after_opening(reading: Reading, items: list[Item], opener: int) -> int | None:
    after = table("attendance", "lists_after")
    for i in range(opener, len(items)):
        phrase = items[i].phrase
        if phrase and phrase.kind == EntityKind.PERSON:
            return None
        if i > opener and after.at(reading.norms, items[i].first):
            return i + 1
    return None


def _opens(items: list[Item], i: int) -> bool:
    """Whether item `i` begins its clause."""
    return i == 0 or items[i - 1].norm in {",", ")", "-", "–", ";"} or items[i - 1].date is not None


def _of_another(reading: Reading, item: Item) -> bool:
    before = item.first - 1
    if reading.norms[before] == "của" and table("scope", "envoys").ending(reading.norms, before - 1):
        return False  # "trước sự chứng kiến của Đại sứ A"
    return reading.norms[before] == "của" or bool(table("scope", "not_participant_after").ending(reading.norms, before))


def standing(reading: Reading, items: list[Item]) -> list[Phrase]:
    """The person whom a sentence shows on the spot: "Ngồi hàng ghế cuối, bà A ...", "Người cầm micro đầu tiên là B"."""
    for i, item in enumerate(items[:_OPENING_ITEMS]):
        if item.phrase or item.closes or _quoted(reading, item):
            return []
        if (i == 0 or items[i - 1].norm == ",") and table("attendance", "stands").at(reading.norms, item.first):
            after = (k for k in items[i : i + _STANDING_ITEMS] if k.phrase and k.phrase.kind is EntityKind.PERSON)
            found = next(after, None)
            return [found.phrase] if found and found.phrase else []
    return []


def heard_by_sentence(reading: Reading) -> dict[int, list[Phrase]]:
    """The people, and the bodies through somebody unnamed, whose words each sentence gives ("đại diện Công ty A nói").

    Who writes or foretells, or tells it to reporters, is heard elsewhere.
    """
    found: dict[int, list[Phrase]] = {}
    for frame in reading.frames:
        number = reading.sentence_of(frame.subject.start)
        if _is_written(reading, frame):
            continue
        for phrase in reading.phrases_in(frame.subject):
            if phrase.entity == frame.speaker and _can_be_heard(reading, phrase):
                found.setdefault(number, []).append(phrase)
    return found


def _can_be_heard(reading: Reading, phrase: Phrase) -> bool:
    """Whether it is somebody, or a body whose envoy or that after "tại buổi làm việc, " says it."""
    if phrase.kind is not EntityKind.BODY:
        return phrase.kind is EntityKind.PERSON
    before = reading.token_at(phrase.span.start) - 1
    return table("attendance", "envoys").ending(reading.norms, before) > 0 or _opens_with_gathering(reading, before)


def _opens_with_gathering(reading: Reading, comma: int) -> bool:
    """Whether the comma before a body ends "Tại buổi làm việc" or the like, which opens the sentence."""
    if comma < 1 or reading.norms[comma] != ",":
        return False
    start = reading.tokens(reading.sentences[reading.sentence_of(reading.starts[comma])]).start
    found = cues().at(reading.norms, start + 1)
    return found is not None and found[1].open_floor and start + 1 + found[0] == comma


def _is_written(reading: Reading, frame: SpeechFrame) -> bool:
    cue = reading.token_at(frame.cue.start)
    return frame.forecast or table("attendance", "writes").at(reading.norms, cue) is not None


def is_elsewhere(reading: Reading, number: int) -> bool:
    """Whether sentence `number` tells that what is said in it is said elsewhere: "bà A trao đổi với phóng viên"."""
    sentence = reading.tokens(reading.sentences[number])
    return any(table("attendance", "elsewhere").at(reading.norms, token) for token in sentence)


def speakers(reading: Reading, items: list[Item], floor: bool = True) -> list[Phrase]:
    """The people who speak or act in the article's own voice in this sentence, each right before the verb.

    floor: False where only those count who are said to have come ("ông A dự chương trình").
    """
    found: list[Phrase] = []
    for i, item in enumerate(items):
        if item.phrase is None or item.phrase.kind != EntityKind.PERSON:
            continue
        if _quoted(reading, item):
            continue
        if not (_begins_clause(items, i) or _joined_to_speaker(items, i, found) or _made_what_is_told(items, i)):
            continue
        if _heads_speech(reading, items, i, floor):
            found.append(item.phrase)
    return found


def _begins_clause(items: list[Item], i: int) -> bool:
    """Whether a person at item `i` opens a clause, a word of kind before the name allowed ("Cử tri A")."""
    if i == 0 or items[i - 1].norm in _BEFORE_SPEAKER:
        return True
    return i <= _KIND_WORDS and all(item.norm.isalnum() and not item.phrase and not item.closes for item in items[:i])


def _joined_to_speaker(items: list[Item], i: int, found: list[Phrase]) -> bool:
    return i > 1 and items[i - 1].norm == "và" and items[i - 2].phrase in found


def _made_what_is_told(items: list[Item], i: int) -> bool:
    """Whether "do" before item `i` makes him the one who gave it: "Báo cáo do ông A trình bày cho thấy ..."."""
    return i > 0 and items[i - 1].norm == "do"


def _heads_speech(reading: Reading, items: list[Item], i: int, floor: bool) -> bool:
    """Whether a verb of speech or of what one does there follows, adverbs, brackets and an apposition aside."""
    norms, token, person = reading.norms, _past_apposition(reading, items, i, floor), items[i].phrase
    for _ in range(_ADVERBS):
        if token >= len(norms):
            return False
        if _acts(norms, token, floor):
            return True
        if norms[token] == "(" and ")" in norms[token : token + _BRACKET_TOKENS]:
            token = norms.index(")", token) + 1
        elif norms[token] in _AFTER_APPOSITION and person and person.span.end > person.name.end:
            token += 1
        elif step := adverbs().at(norms, token):
            token += step[0]
        else:
            return False
    return False


def _acts(norms: list[str], token: int, floor: bool) -> bool:
    if table("attendance", "comes").at(norms, token):
        return True
    if table("attendance", "writes").at(norms, token):
        return False
    return floor and bool(speech_verbs().at(norms, token) or table("attendance", "acts").at(norms, token))


def _past_apposition(reading: Reading, items: list[Item], i: int, floor: bool) -> int:
    """The token past what is added to the person at item `i`: "ông A, người trồng chè, nay là Chủ tịch Hội, nói"."""
    last, at = items[i].last, i + 1
    if reading.norms[last : last + 1] == ["("]:
        at = next((k + 1 for k in range(at, min(len(items), at + _BRACKET_TOKENS)) if items[k].norm == ")"), at)
    if at >= len(items) or items[at].norm != ",":
        return last
    for before, item in pairwise(items[at : at + _APPOSITION_ITEMS]):
        in_list = before.norm == "," and item.phrase is not None and item.phrase.kind == EntityKind.PERSON
        if (in_list and not _same(items[i], item)) or item.norm in _STOPS_APPOSITION:
            return last
        if _acts(reading.norms, item.first, floor):
            return item.first
    return last


def _same(a: Item, b: Item) -> bool:
    return a.phrase is not None and b.phrase is not None and a.phrase.entity == b.phrase.entity


def _quoted(reading: Reading, item: Item) -> bool:
    start = reading.starts[item.first]
    return any(q.start <= start < q.end for q in reading.quotations)
