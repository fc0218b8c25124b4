"""The typed records that extraction hands over: all that extraction and RDF both know.

An article's entities are local to it: facts name them by `Entity.key` (`e0`, `e1`, ... in order of first mention), and
which IRI a key stands for is worked out later, by `camket.graph.identity`. Every fact has exactly one `evidence` span,
the clause that says it, and `context` spans for what was completed from elsewhere in the article. Spans count code
points of the stored text. Dates are EDTF strings (`camket.graph.edtf`).
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Characters `start` to `end` (exclusive) of the stored text, in code points."""

    start: int
    end: int


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    GROUP = "group"  # actors without a name: "các chủ đầu tư"
    POST = "post"  # the holder, not named in the article, of a post: "Bí thư Tỉnh ủy Quảng Ninh cho biết"


class EventKind(StrEnum):
    """The class of an event; the value is the class's local name in the vocabulary."""

    WORKING_SESSION = "WorkingSession"
    MEETING = "Meeting"
    CONFERENCE = "Conference"
    CEREMONY = "Ceremony"
    VISIT = "Visit"
    RECEPTION = "Reception"
    INSPECTION = "Inspection"
    CONGRESS = "Congress"
    SIGNING = "Signing"
    PRESS_CONFERENCE = "PressConference"
    OTHER = "OtherGathering"


class UndertakingKind(StrEnum):
    """The class of an undertaking; the value is the class's local name. Pledges and goals are commitments."""

    PLEDGE = "Pledge"
    GOAL = "Goal"
    DIRECTIVE = "Directive"
    EXPECTATION = "Expectation"


class SpeechAct(StrEnum):
    """What is done by saying it; the value is the concept's local name in the vocabulary."""

    ASSERTING = "Asserting"
    COMMITTING = "Committing"
    DIRECTING = "Directing"
    PROPOSING = "Proposing"
    HOPING = "Hoping"
    PRAISING = "Praising"
    ASKING = "Asking"
    REFUSING = "Refusing"


class Comparator(StrEnum):
    """How a measure's value bounds the quantity; the value is the concept's `skos:notation`."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    ABOUT = "~"
    BETWEEN = ".."


class Change(StrEnum):
    """Whether a measure is the value itself or a difference; the value is the concept's `skos:notation`."""

    LEVEL = "level"
    INCREASE = "increase"
    DECREASE = "decrease"


class Reason(StrEnum):
    """Why a sentence with a cue gave no fact; the value is the concept's local name in the vocabulary."""

    NO_ACTOR = "NoActor"  # nobody was found who is to do it
    AMBIGUOUS_ACTOR = "AmbiguousActor"
    NO_SPEAKER = "NoSpeaker"
    NO_CONTENT = "NoContent"  # the cue governs nothing that could be undertaken
    HEDGED = "Hedged"  # "có thể", "chưa dám chắc"
    QUESTION = "Question"
    REPORTED_DONE = "ReportedDone"  # tells what has been done
    FORECAST = "Forecast"  # a third party's forecast
    NOT_UNDERSTOOD = "NotUnderstood"


class Turn(StrEnum):
    """How an undertaking takes up an earlier one, as its own words say; the value is the concept's local name."""

    AGAIN = "Again"  # undertaken once more
    KEPT = "Kept"  # still holds, unchanged
    MOVED = "Moved"  # to another day
    RAISED = "Raised"  # to a higher value
    LOWERED = "Lowered"


class Outcome(StrEnum):
    """What became of something undertaken; the value is the concept's local name in the vocabulary."""

    DONE = "Done"
    PARTLY = "Partly"
    NOT_DONE = "NotDone"  # not, or not in time


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that an article speaks of.

    name: the preferred name (a person's full name without title; a body's fullest form, province completed).
    aliases: the other forms the article uses, in order of first use.
    mentions: where it is mentioned, in text order, names and resolved references alike; never empty.
    category: for a body the local name of its class in the vocabulary (`StateBody`, `PartyBody` ...), "" if not known;
        for a place `AdministrativeArea` or `Place`.
    reference: the local IRI of the reference-data entry it was recognised as (`body/Bộ_Công_an`), or None.
    part_of: key of the parent body, of the containing place, or of the body a POST belongs to.
    jurisdiction: key of the place a body is responsible for.
    role: for a POST the role as worded ("Bí thư").
    private: a person without post, rank, statement or undertaking; stays local to the article.
    """

    key: str
    kind: EntityKind
    name: str
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    category: str = ""
    reference: str | None = None
    part_of: str | None = None
    jurisdiction: str | None = None
    role: str | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact has: the clause that says it, and the places its completed slots come from.

    rule: what led to it, component, way of reading and entry of the lexicon: `undertakings/goal-cue:phấn đấu`.
    """

    evidence: Span
    context: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostHolding(Fact):
    """Somebody holds (or held) a post. `role` alone ("Thủ tướng Ấn Độ") where the post has no body."""

    member: str
    role: str
    organization: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RankHolding(Fact):
    """Somebody holds a military, police or diplomatic rank."""

    holder: str
    rank: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A gathering; `attendees` has every participant, chair and host included, in text order."""

    kind: EventKind
    start: str | None = None
    end: str | None = None
    location: str | None = None
    attendees: tuple[str, ...] = ()
    organizer: str | None = None
    chair: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """Somebody said something; `evidence` is the content alone. `made_at` is an index into `ArticleFacts.events`."""

    speaker: str
    cue: str
    speech_act: SpeechAct
    on_behalf_of: str | None = None
    made_at: int | None = None
    said_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A number with what it measures; `value` in full (55.600 tỷ đồng is 55600000000000, unit `VND`)."""

    indicator: str
    comparator: Comparator
    value: Decimal
    unit: str
    upper: Decimal | None = None
    change: Change = Change.LEVEL
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One of several things undertaken in one clause, each for a day of its own: its words, and when it is due."""

    evidence: Span
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking(Fact):
    """Somebody will do something, means to reach it, is told to do it or is hoped to.

    actors: who is to do it, never empty. stated_by: who said it, None for the article's own voice.
    stated_in: index into `ArticleFacts.statements`. condition: the words that make it conditional.
    turn: what the words themselves say of an earlier one; former_due, former_measures: what was due before, where told.
    stages: its parts in text order, where they are due on days of their own; else none.
    """

    kind: UndertakingKind
    actors: tuple[str, ...]
    cue: str
    beneficiaries: tuple[str, ...] = ()
    stated_by: str | None = None
    stated_in: int | None = None
    condition: str | None = None
    due: str | None = None
    measures: tuple[Measure, ...] = ()
    turn: Turn | None = None
    former_due: str | None = None
    former_measures: tuple[Measure, ...] = ()
    stages: tuple[Stage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal(Fact):
    """Somebody declines to undertake something ("chưa cam kết", "không thể hứa")."""

    actors: tuple[str, ...]
    cue: str
    stated_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Fact):
    """Numbers reported as reached or current, of a body, place or person (several: `of` lists them)."""

    of: tuple[str, ...]
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Fact):
    """What became of something undertaken: it was done, in part, or not (or not in time).

    actors: who did it or was to; () where the text names nobody. stated_by, stated_in: as of an undertaking.
    done_on: when it was done, or the day up to which so much of it was or it still was not.
    measures: how much was done: a share, or a part with the whole, whose indicator is "tổng số", behind it.
    """

    outcome: Outcome
    cue: str
    actors: tuple[str, ...] = ()
    stated_by: str | None = None
    stated_in: int | None = None
    done_on: str | None = None
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Abstention(Fact):
    """A sentence with a commitment cue that gave no fact, and why."""

    cue: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that was understood of one article; lists are in text order."""

    entities: tuple[Entity, ...] = ()
    holdings: tuple[PostHolding, ...] = ()
    ranks: tuple[RankHolding, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    undertakings: tuple[Undertaking, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    observations: tuple[Observation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
