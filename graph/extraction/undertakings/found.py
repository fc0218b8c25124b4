"""What reading a clause gives, and the place in a clause where a cue stands."""

from dataclasses import dataclass, field

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.text.cue_words import CueWord
from camket.graph.facts import Reason, UndertakingKind


@dataclass(slots=True)
class Found:
    """An undertaking in the making: actors as phrases (empty: those of the clause before), tokens of cue and words.

    frame: tokens before the words in which the deadline of this and the next may stand ("chỉ tiêu đến năm 2030: ...").
    nameless: whoever tells it is called by a title alone, and is not the speaker of the words around.
    answered: its actor answers for what things will be, and is named neither in the clause nor by it.
    rule: how it was read, "" where its cue and a subject say it all.
    """

    kind: UndertakingKind
    actors: list[Phrase]
    cue: tuple[int, int]
    first: int
    last: int
    teller: Phrase | None = None
    frame: tuple[int, int] | None = None
    nameless: bool = False
    answered: bool = False
    rule: str = ""


@dataclass(slots=True)
class Declined:
    """A refusal: who declines, and its words."""

    actors: list[Phrase]
    cue: tuple[int, int]
    first: int
    last: int


@dataclass(slots=True)
class Outcome:
    """What a clause gave, and for its cues that gave nothing, why."""

    found: list[Found] = field(default_factory=list)
    declined: list[Declined] = field(default_factory=list)
    doubts: list[tuple[int, int, Reason]] = field(default_factory=list)

    def doubt(self, site: "Site", reason: Reason) -> None:
        """Notes why the cue at `site` gave nothing."""
        self.doubts.append((site.first, site.after, reason))


@dataclass(frozen=True, slots=True)
class Voice:
    """How a clause is read.

    speaker: whose words it is, None for the article's own; body: the one he speaks for, else he;
    orders: in these words "phải" orders something;
    inherits: the clause before left an actor for verbs without one; commits: the speaker promises with these words.
    framed: the sentence itself tells who speaks; thanks: he thanks or begs pardon of whom his words begin with.
    leads: it is what the article opens with; body speaks in the sentences after it.
    """

    speaker: Phrase | None = None
    body: Phrase | None = None
    orders: bool = False
    inherits: bool = False
    commits: bool = False
    framed: bool = False
    thanks: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """Where a cue stands: its tokens `first` to `after`, in the clause `start` to `last` (both exclusive ends).

    floor: the token before which nothing belongs to this cue, for another undertaking begins there.
    """

    cue: CueWord
    first: int
    after: int
    start: int
    floor: int
    last: int
    voice: Voice
