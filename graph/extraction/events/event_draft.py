"""An event in the making: what the mentions of one gathering add up to."""

from dataclasses import dataclass, field

from camket.graph.extraction.events.event_cues import Frame
from camket.graph.extraction.events.event_mention import Mention
from camket.graph.extraction.events.event_sides import TO_PEOPLE
from camket.graph.extraction.events.venues import Location
from camket.graph.extraction.reading import Phrase
from camket.graph.facts import EntityKind, EventKind, PostHolding, Span

_LEAD_SENTENCES = 4  # the article's main gathering is told within its first sentences
_PRESS_SENTENCES = 2
_FLOOR_SENTENCES = 8  # sentences without a speaker or word of it after which who speaks may speak elsewhere
_NEXT_SENTENCES = 2  # so soon after a gathering that bears its day, those who speak do so there, wherever it is told
_INSPECTION_SENTENCES = 2  # others are asked about it afterwards
_TALK_SENTENCES = 10  # the same where people gather to speak
_TWO = 2
_MONTH = len("2024-03")
_TALKS = frozenset({EventKind.MEETING, EventKind.CONFERENCE, EventKind.WORKING_SESSION, EventKind.CONGRESS})
_PASSING = frozenset({EventKind.VISIT, EventKind.SIGNING, EventKind.RECEPTION})  # told on the way, never in force


@dataclass(slots=True)
class Draft:
    """An event in the making; `attendees` maps an entity to the phrase that first shows it there."""

    mention: Mention
    sentence: int
    attendees: dict[str, Span] = field(default_factory=dict)
    date: Span | None = None
    start: str | None = None
    end: str | None = None
    location: Location | None = None
    chair: str | None = None
    organizer: str | None = None
    echoed: bool = False
    ordinal: str = ""
    news: str | None = None  # the month of publication, where the text tells it as current
    last: int = 0  # the last sentence that tells of it
    old: bool = False  # told with a day weeks before the article
    in_news: bool = False  # the article told a day of these days before
    part: bool = False  # the opening or closing of something that lasts for days
    bare: bool = False  # taken for granted as the one the article is about

    def has_floor(self, number: int) -> bool:
        """Whether those who speak in sentence `number` speak there: the article is about it, or comes back to it.

        What is said at a press conference ends sooner: others comment on it.
        """
        if self.mention.cue.kind is EventKind.PRESS_CONFERENCE:
            return not self.old and not self.mention.framing and number - self.last <= _PRESS_SENTENCES
        kind = self.mention.cue.kind
        reach = _INSPECTION_SENTENCES if kind is EventKind.INSPECTION else _FLOOR_SENTENCES
        reach = _TALK_SENTENCES if self._is_talk() else reach
        if number - self.last > reach or self._is_of_two():
            return False
        lead = self.sentence < _LEAD_SENTENCES and bool(self.start or self.location or self.news)
        near = self.start is not None and number - self.last <= _NEXT_SENTENCES
        return self.mention.cue.open_floor and (self.echoed or (not self.old and (lead or near or self.mention.echo)))

    def is_answered(self, number: int) -> bool:
        """Whether those whose press conference it is may still speak in sentence `number`, others between them."""
        conference = self.mention.cue.kind is EventKind.PRESS_CONFERENCE and not self.mention.framing
        return conference and not self.old and number - self.last <= _TALK_SENTENCES

    def heard(self, number: int) -> None:
        """Somebody spoke there in sentence `number`: who speaks soon after him does too, where people come to speak."""
        if self._is_talk() or self.mention.cue.kind is EventKind.CEREMONY:
            self.last = number

    def _is_talk(self) -> bool:
        """Whether people gather there to speak: a meeting, or "buổi kiểm tra", which is more than that one inspects."""
        cue = self.mention.cue
        return cue.kind in _TALKS or (cue.kind is EventKind.INSPECTION and cue.frame is Frame.NOUN)

    def _is_of_two(self) -> bool:
        """Whether two people meet alone, so that nobody else speaks there: "A và B đã có buổi gặp mặt"."""
        mention = self.mention
        people = {p.entity for p in mention.attendees if p.kind is EntityKind.PERSON}
        return mention.cue.kind is EventKind.MEETING and "gặp" in mention.cue.form and len(people) == _TWO

    def holds(self) -> bool:
        """Whether the story goes on in its midst: not told on the way, nor a mere task ("có nhiệm vụ thanh tra")."""
        return self.mention.cue.kind not in _PASSING and not self.mention.framing and not self.is_task()

    def is_task(self) -> bool:
        """Whether it is only what somebody is charged with ("có nhiệm vụ thanh tra"): no noun takes it up."""
        return self.mention.cue.frame is Frame.UPON and self.start is None

    def add(self, phrases: list[Phrase]) -> None:
        for phrase in phrases:
            self.attendees.setdefault(phrase.entity, phrase.span)

    def add_signers_bodies(self, holdings: list[PostHolding]) -> None:
        """Who signs does it for the body of the post he is named with: where all are so named, the bodies are there."""
        bodies = [
            next((h.organization for h in holdings if h.member == key and _overlap(h.evidence, span)), None)
            for key, span in self.attendees.items()
        ]
        for body, span in zip(bodies, list(self.attendees.values()), strict=True):
            if body and all(bodies):
                self.attendees.setdefault(body, span)

    def take(self, mention: Mention) -> None:
        """What `mention` says of this event; what is known already stays."""
        self.add(mention.attendees)
        if mention.date and (self.start is None or (len(mention.date.edtf) > len(self.start) and not self.end)):
            self.date = mention.date.span
            self.start, _, end = mention.date.edtf.partition("/")
            self.end = end or None
        self.location = self.location or mention.location
        self.ordinal = self.ordinal or mention.ordinal
        self.part = self.part or mention.cue.part
        self.bare = self.bare or mention.bare
        if mention.chair and self.chair is None:
            self.chair = mention.chair.entity
        if mention.organizer and self.organizer is None:
            self.organizer = mention.organizer.entity


def month_of(draft: Draft) -> str | None:
    """The month in which an event of several days lies wholly: all that is known of what is held during it."""
    if draft.start is None or draft.end is None or draft.start[:_MONTH] != draft.end[:_MONTH]:
        return None
    return draft.start[:_MONTH]


def stands(draft: Draft) -> bool:
    """Whether enough is known of the event to report it: who, and when, where or with whom; or when and where."""
    if draft.mention.cue.kind is EventKind.VISIT:
        met = len(draft.attendees) > 1 or _is_to_people(draft)
        return bool(draft.attendees and (draft.location or (draft.start and met)))
    if not draft.attendees:
        fixed = bool(draft.start and (draft.location or draft.mention.dated))
        return draft.mention.passive or (fixed and draft.mention.cue.frame is Frame.NOUN)
    if draft.mention.cue.kind is EventKind.OTHER and not draft.start and len(draft.attendees) < _TWO:
        return False
    fixed = bool(draft.start or draft.location)
    return fixed or len(draft.attendees) > 1 or draft.echoed or draft.mention.echo


def _is_to_people(draft: Draft) -> bool:
    """Whether it is people who are visited, whom the article need not name ("thăm hỏi các gia đình")."""
    return any(word in draft.mention.cue.form for word in TO_PEOPLE)


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
