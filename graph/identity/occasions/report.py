"""What one article tells of one gathering: all that is looked at to say whether two tell of the same."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from camket.graph.extraction.text.cues import lexicon
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.facts import Entity, EntityKind, Event
from camket.graph.identity.layer import Item, Reading
from camket.graph.identity.responsibility import Responsibility, place_name
from camket.graph.identity.standing import Standing

_WITHIN: Final = re.compile(r"\s*[,(]?\s*")
_ORDINAL: Final = re.compile(r"(?:lần thứ|(?:kỳ|kì|phiên) họp thứ) (\d+|[ivx]+|[^\W\d]+)(?!\w)")
_WORD: Final = re.compile(r"\w+")
DAY: Final = len("2025-04-15")
MONTH: Final = len("2025-04")


class Report(NamedTuple):
    """An event of an article.

    start, end: first and last day or month, "" if unknown. part: part of the day. places: its place and those around
    it, folded, innermost first. people, bodies: IRIs of who takes part; private people by folded name. roots: whom
    the bodies and posts of those who take part belong to. about: the root of the place the article is about, "" for
    none. form: the noun or verb that tells of it. ordinal: the number it bears. words: content words of the clause.
    around: IRIs of all the people and bodies the article names. parties: names for its label, those of bodies first.
    """

    node: str
    article: str
    published: str
    offset: int
    kind: str
    start: str
    end: str
    part: str
    location: str
    chair: str
    places: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    roots: tuple[str, ...]
    about: str
    form: str
    ordinal: str
    words: tuple[str, ...]
    around: tuple[str, ...]
    parties: tuple[str, ...]

    @property
    def is_dated(self) -> bool:
        """Whether the day is known."""
        return len(self.start) == DAY

    @property
    def tells_month(self) -> bool:
        """Whether only its month is told, which was over when the article came out."""
        return len(self.start) == MONTH and self.start < self.published[:MONTH]

    @property
    def last(self) -> str:
        """The last day of what is dated to the day."""
        return self.end if len(self.end) == DAY else self.start


def load(item: Item) -> Report:
    """A report as JSON gives it back."""
    return Report._make(tuple(field) if isinstance(field, list) else field for field in item)


def reports(reading: Reading, standing: Standing, base: str) -> Iterator[tuple[str, Report]]:
    """The events of an article that could be told by others too, each with its block: the month it begins in."""
    article = _Article(reading, standing, base)
    for node, event in zip(reading.nodes.events, reading.facts.events, strict=True):
        start = (event.start or "").partition("/")[0]
        month = start[:MONTH] if len(start) >= MONTH else reading.published[:MONTH] if not start else ""
        if len(month) == MONTH:
            yield month, article.report(node, event)


class _Article:
    def __init__(self, reading: Reading, standing: Standing, base: str) -> None:
        self._reading = reading
        self._entities = {entity.key: entity for entity in reading.facts.entities}
        self._responsibility = Responsibility(reading, standing, base)
        self._around = tuple(sorted({self._who(e) for e in reading.facts.entities if _acts(e)}))

    def report(self, node: str, event: Event) -> Report:
        start, _, until = (event.start or "").partition("/")
        keys = dict.fromkeys((*event.attendees, *filter(None, (event.organizer, event.chair))))
        taking_part = [self._entities[key] for key in keys]
        clause = fold(self._reading.text[slice(*event.evidence)])
        return Report(
            node=node,
            article=self._reading.id,
            published=self._reading.published,
            offset=event.evidence.start,
            kind=event.kind,
            start=start,
            end=event.end or until,
            part=_daypart(clause),
            location=self._reading.names[event.location] if event.location else "",
            chair=self._reading.names[event.chair] if event.chair else "",
            places=self._places(event),
            people=self._of_kind(taking_part, EntityKind.PERSON),
            bodies=self._of_kind(taking_part, EntityKind.BODY, EntityKind.POST, EntityKind.PLACE),
            roots=tuple(dict.fromkeys(root.key for root in self._responsibility.of_bodies(sorted(keys)))),
            about=self._responsibility.main.key if self._responsibility.main else "",
            form=event.rule.rpartition(":")[2],
            ordinal=_ordinal(clause),
            words=content_words(clause),
            around=self._around,
            parties=_parties(taking_part),
        )

    def _places(self, event: Event) -> tuple[str, ...]:
        """Its place with those around it, and those that are named right after it ("tại nhà văn hóa xã A, huyện B")."""
        own = self._entities.get(event.location or "")
        if own is None:
            return ()
        end = max((m.end for m in own.mentions if m.start < event.evidence.end), default=0)
        start = min((m.start for m in own.mentions if m.end == end), default=0)
        named = [own, *self._upwards(own.part_of)]
        mentions = ((m, e) for e in self._entities.values() if e.kind is EntityKind.PLACE for m in e.mentions)
        for mention, entity in sorted(mentions, key=lambda found: found[0]):
            if start <= mention.start and _WITHIN.fullmatch(self._reading.text[end : mention.start] or " "):
                named += [entity, *self._upwards(entity.part_of)]
                end = max(end, mention.end)
        return tuple(dict.fromkeys(place_name(place.name) for place in named))

    def _of_kind(self, entities: Iterable[Entity], *kinds: EntityKind) -> tuple[str, ...]:
        return tuple(sorted({self._who(entity) for entity in entities if entity.kind in kinds}))

    def _who(self, entity: Entity) -> str:
        return fold(entity.name) if entity.private else self._reading.names[entity.key]

    def _upwards(self, key: str | None) -> Iterator[Entity]:
        seen: set[str] = set()
        while key and key not in seen and key in self._entities:
            seen.add(key)
            yield self._entities[key]
            key = self._entities[key].part_of


def content_words(clause: str) -> tuple[str, ...]:
    """The words of a folded clause that could tell one occasion from another, sorted."""
    return tuple(sorted({word for word in _WORD.findall(clause) if word not in _stop()}))


def _ordinal(clause: str) -> str:
    """The number a folded clause gives a gathering, in figures, "" where it gives none or several."""
    numbers: dict[str, str] = lexicon("occasions")["numbers"]
    found = {numbers.get(number, number) for number in _ORDINAL.findall(clause)}
    return found.pop() if len(found) == 1 else ""


def _acts(entity: Entity) -> bool:
    return entity.kind in (EntityKind.PERSON, EntityKind.BODY)


def _parties(entities: Sequence[Entity]) -> tuple[str, ...]:
    """At most two names that say whose meeting it is: of bodies, else of people."""
    named = [
        e.name for kind in (EntityKind.BODY, EntityKind.PERSON, EntityKind.PLACE) for e in entities if e.kind is kind
    ]
    return tuple(dict.fromkeys(named))[:2]


@cache
def _stop() -> frozenset[str]:
    return frozenset(lexicon("occasions")["stop"]["words"])


@cache
def _dayparts() -> tuple[re.Pattern[str], dict[str, str]]:
    groups: dict[str, Any] = lexicon("occasions")["dayparts"]
    parts = {word: part for part, words in groups.items() for word in words}
    longest = sorted(parts, key=lambda word: (-len(word), word))
    after = r"(?:\s+(?:ngày|nay|qua|mai|cùng|thứ|hôm|\d)|\s*,)"
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?={after})"), parts


def _daypart(clause: str) -> str:
    """The part of the day a clause names before a date, "" where it names none or several."""
    pattern, parts = _dayparts()
    found = {parts[match[1]] for match in pattern.finditer(clause)}
    return found.pop() if len(found) == 1 else ""
