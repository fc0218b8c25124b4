"""Whose a number is where a common noun stands for the owner: "bệnh viện có", "đơn vị đạt", "cả nước còn"."""

import re
from functools import cache

from camket.graph.extraction.entities.place_names import gazetteer
from camket.graph.extraction.reading import DraftEntity, Reading
from camket.graph.extraction.text.cues import lexicon, one_of
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import EntityKind, Span

_COUNTRY = ("việt", "nam")
_RANKED = re.compile(r"(?<!\w)(?:thứ\s\S+|nhất|nhì|đầu|tốp\s\d+|top\s\d+)\s\Z")  # "đứng thứ 8 cả nước"
_RANK = 12  # characters before a noun in which a rank stands
_AROUND = 200  # characters around a noun in which a name or a number may hold it
_HEADED = frozenset({"School", "Hospital", "Company", "Association"})
_OFTEN = 3  # mentions of a country that an article is about
_LEAST_MENTIONS = 2  # of the body or country an article is about


def worded_owner(reading: Reading, start: int, end: int) -> tuple[str | None, Span] | None:
    """The body or country that the last common noun between two offsets stands for: its key, and where the noun is.

    The key is None where it is not known which body is meant.
    """
    for match in reversed(list(_worded().finditer(reading.text[start:end].lower()))):
        span = Span(start + match.start(1), start + match.end(1))
        around = Span(start - _AROUND, end + _AROUND)
        held = [p.span for p in reading.phrases_in(around)] + [q.span for q in reading.quantities_in(around)]
        ranked = _RANKED.search(reading.text[max(start, span.start - _RANK) : span.start].lower())
        if ranked or any(other.start <= span.start < other.end for other in held):
            continue
        body = _stands_for(reading, match[1], span)
        if body or match[1] not in lexicon("indicators")["owners"]["named"]:
            return body, span
    return None


def _stands_for(reading: Reading, word: str, span: Span) -> str | None:
    words = lexicon("indicators")["owners"]
    if word in words["country"]:
        return _country(reading, span)
    if word in words["any"]:
        return _spoken_for(reading, span.start)
    if word in words["named"]:
        return _main(reading, _called(reading, word), span.start)
    category = next((name for name in ("Hospital", "School", "Company", "Association") if word in words[name]), "")
    bodies = [e for e in reading.entities.values() if e.kind == EntityKind.BODY and e.category == category]
    head = fold(word).removeprefix("toàn ").removeprefix("nhà ").removesuffix(" này")
    bodies = [e for e in bodies if any(fold(name).startswith(head) for name in (e.name, *e.aliases))] or bodies
    return _main(reading, bodies, span.start)


def _called(reading: Reading, word: str) -> list[DraftEntity]:
    """The bodies one of whose names begins with a common noun: "Cục Lãnh sự" for "cục"."""
    start = f"{fold(word)} "
    bodies = [e for e in reading.entities.values() if e.kind == EntityKind.BODY]
    return [e for e in bodies if any(fold(name).startswith(start) for name in (e.name, *e.aliases))]


def _main(reading: Reading, bodies: list[DraftEntity], offset: int) -> str | None:
    """The one of several bodies that a common noun means: of those named before it the one most spoken of."""
    counts = {e.key: [m for m in e.mentions if m.start < offset] for e in bodies}
    known = [key for key, mentions in counts.items() if mentions]
    return max(known, key=lambda key: (len(counts[key]), -counts[key][0].start), default=None)


def _spoken_for(reading: Reading, offset: int) -> str | None:
    """The body for which "đơn vị" stands: named before it in the sentence, else the one whose people speak."""
    sentence = reading.sentences[reading.sentence_of(offset)]
    named = [p for p in reading.phrases_in(Span(sentence.start, offset)) if p.kind == EntityKind.BODY]
    if named:
        return named[0].entity
    for frame in reading.frames:
        if frame.content.start <= offset < frame.content.end:
            if reading.entities[frame.speaker].kind == EntityKind.BODY:
                return frame.speaker
            return frame.on_behalf_of or body_of(reading, frame.speaker) or _most_told(reading, offset)
    people = [p for p in reading.phrases_in(Span(sentence.start, offset)) if p.kind == EntityKind.PERSON]
    return (body_of(reading, people[0].entity) if people else None) or _most_told(reading, offset)


def _most_told(reading: Reading, offset: int) -> str | None:
    """The body an article is about: of those named before an offset the one most spoken of, the first of several."""
    bodies = [e for e in reading.entities.values() if e.kind == EntityKind.BODY and e.mentions]
    known = [e for e in bodies if e.mentions[0].start < offset and len(e.mentions) >= _LEAST_MENTIONS]
    return max(known, key=lambda e: (len(e.mentions), -e.mentions[0].start)).key if known else None


def speakers_body(reading: Reading, offset: int) -> str | None:
    """The school, hospital, company or association whose head says what stands at an offset; None for others."""
    for frame in reading.frames:
        if frame.content.start <= offset < frame.content.end:
            body = frame.on_behalf_of or body_of(reading, frame.speaker)
            entity = reading.entities.get(body or "")
            return entity.key if entity and entity.mentions and entity.category in _HEADED else None
    return None


def body_of(reading: Reading, person: str) -> str | None:
    """The body of the first post that a person holds now."""
    posts = (h for h in reading.holdings if h.member == person and h.organization and not h.former)
    return next((h.organization for h in posts), None)


def _country(reading: Reading, span: Span) -> str | None:
    """Viet Nam, for "cả nước", unless the article is about another country; it is then spoken of here."""
    found = gazetteer().at(_COUNTRY, 0)
    if found is None:
        return None
    key, place = f"place/{fold(found[1].name)}", found[1]
    if _is_abroad(reading, key):
        return None
    entity = reading.entities.get(key)
    if entity is None:
        entity = DraftEntity(key, EntityKind.PLACE, place.name, [], [], "AdministrativeArea", place.reference)
        reading.entities[key] = entity
        reading.place_levels[key] = place.level
    if span not in entity.mentions:
        entity.mentions = sorted([*entity.mentions, span])
    return key


def _is_abroad(reading: Reading, home: str) -> bool:
    """Whether the article is about another country: one that it speaks of often, and of no province of Viet Nam."""
    key = reading.setting.get("country", home)
    mentions = len(reading.entities[key].mentions) if key in reading.entities else 0
    if mentions < _LEAST_MENTIONS:
        return False
    often = mentions >= _OFTEN
    return key != home and (often or not {"province", "central"} & {*reading.setting}) and not _speaks_of(reading, home)


def _speaks_of(reading: Reading, key: str) -> bool:
    """Whether a country, or a body that bears its name, is spoken of."""
    named = key.removeprefix("place/")
    return any(e.mentions and (k == key or k.endswith(f" {named}")) for k, e in reading.entities.items())


@cache
def _worded() -> re.Pattern[str]:
    words = lexicon("indicators")["owners"]
    heads = one_of([word for name in words if not name.startswith("not_") for word in words[name]])
    barred = "".join(rf"(?<!{re.escape(word)} )" for word in words["not_after"])
    after = one_of(words["not_before"])
    return re.compile(rf"(?<!\w){barred}({heads})(?!\w)(?!\s{after}(?!\w))")
