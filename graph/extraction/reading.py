"""The working record that the components of the pipeline fill in, one after the other: `doc._.reading`."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from spacy.attrs import IDX, LENGTH, NORM
from spacy.tokens import Doc

from camket.graph.documents.document import Document
from camket.graph.facts import (
    Abstention,
    Assessment,
    Change,
    Comparator,
    EntityKind,
    Event,
    Observation,
    PostHolding,
    RankHolding,
    Refusal,
    Span,
    SpeechAct,
    Statement,
    Undertaking,
)


@dataclass(slots=True)
class DraftEntity:
    """An entity in the making; becomes a `facts.Entity` at the end. Fields as there; `key` is unique in the article."""

    key: str
    kind: EntityKind
    name: str
    mentions: list[Span] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    category: str = ""
    reference: str | None = None
    part_of: str | None = None
    jurisdiction: str | None = None
    role: str | None = None
    passing: bool = False  # left out where no fact names it


@dataclass(slots=True)
class Phrase:
    """A noun phrase that stands for one entity, at the top level of the sentence: phrases never overlap.

    span: the whole phrase, titles, posts and appositions included ("Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an Tô Lâm";
        "đồng chí Trần Quốc Khởi, Thứ trưởng Bộ Xây dựng"), so that a verb that follows it follows `span.end`.
    name: the part that names it (of a pronoun or bare post: the whole).
    form: "name", "alias" (short name or abbreviation), "post" (a bare post standing for its holder) or "pronoun".
    """

    span: Span
    name: Span
    entity: str
    kind: EntityKind
    form: str = "name"


@dataclass(slots=True)
class Mark:
    """A name found in the text, before phrases are put together: tokens `first` to `last` (exclusive); none overlap.

    form: "name" or "alias" (a short name, a word that takes a name up again).
    """

    first: int
    last: int
    kind: EntityKind
    entity: str
    form: str = "name"


@dataclass(slots=True)
class PostMark:
    """A post as worded: tokens `first` to `last` (exclusive), words before and after the role included ("nguyên").

    role: the role as worded, without its body; with its country where no body is named ("Thủ tướng Ấn Độ").
    organization: key of its body, None where none is named. place: key of the country in the role.
    former: the words say it is past. plural: several people are called by it ("các Phó Chủ tịch").
    more: what the words after the role add to it ("Giám đốc | Tiếp thị").
    colour: said of a holder named elsewhere ("tân", "nữ", "vị").
    """

    first: int
    last: int
    role: str
    organization: str | None = None
    place: str | None = None
    former: bool = False
    plural: bool = False
    colour: bool = False
    more: str = ""


@dataclass(slots=True)
class DateMention:
    """An expression of time. `edtf` is absolute; `before`: the words set it as a limit ("trước ngày 30/6")."""

    span: Span
    edtf: str
    before: bool = False
    period: bool = False  # a stretch of time that is meant as a whole: "giai đoạn 2026-2030", "quý I/2025", "7 tháng"


@dataclass(slots=True)
class QuantityMention:
    """A number with its unit. `span` runs from the comparator ("ít nhất") to the unit; `number` is the figure alone.

    unit: `VND`, `USD` or another currency code, `%`, `điểm %`, `lần`, or the counted noun as written; "" if none.
    change: what the words right before it say ("tăng", "giảm"), LEVEL if nothing. against: True for "so với", "bằng".
    """

    span: Span
    number: Span
    comparator: Comparator
    value: Decimal
    unit: str
    upper: Decimal | None = None
    change: Change = Change.LEVEL


Stretch = TypeVar("Stretch", Phrase, DateMention, QuantityMention)


@dataclass(slots=True)
class SpeechFrame:
    """Somebody says something: who, with which verb, and the words that are the content.

    content may run over several sentences where it is a quotation.
    forecast: the verb foretells ("dự báo"); complaint: it tells of what is bad ("phản ánh").
    statement: index into `Reading.statements`, None where the frame gives no statement (too short, an order given).
    """

    speaker: str
    act: SpeechAct
    subject: Span
    cue: Span
    content: Span
    quoted: bool = False
    forecast: bool = False
    complaint: bool = False
    on_behalf_of: str | None = None
    statement: int | None = None


@dataclass(slots=True)
class Reading:
    """One article being read: its tokens as plain lists, and what has been found so far (in text order)."""

    document: Document
    text: str
    words: list[str]  # token texts
    norms: list[str]  # the same, lower-cased, tone placement folded
    starts: list[int]  # first character of each token
    ends: list[int]  # past its last character
    sentences: list[Span] = field(default_factory=list)
    entities: dict[str, DraftEntity] = field(default_factory=dict)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of a group that stands for named parties
    phrases: list[Phrase] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)  # by first token
    posts: dict[int, PostMark] = field(default_factory=dict)  # by first token
    setting: dict[str, str] = field(default_factory=dict)  # level ("province" ...) to the key of the place spoken of
    place_levels: dict[str, str] = field(default_factory=dict)  # key of a place to its level ("country" ...)
    dates: list[DateMention] = field(default_factory=list)
    quantities: list[QuantityMention] = field(default_factory=list)
    holdings: list[PostHolding] = field(default_factory=list)
    ranks: list[RankHolding] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotations: list[Span] = field(default_factory=list)  # what stands between quotation marks, marks left out
    frames: list[SpeechFrame] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    abstentions: list[Abstention] = field(default_factory=list)

    @classmethod
    def of(cls, doc: Doc, document: Document) -> "Reading":
        """The empty reading of `doc`, whose text is `document.text`."""
        table = doc.to_array([IDX, LENGTH, NORM])  # token by token it takes several times as long
        starts, lengths, norms = table.T.tolist() if len(doc) else ([], [], [])
        ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        text = document.text  # what doc.text would put together again: splits are lossless
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        spelled = {norm: doc.vocab.strings[norm] for norm in set(norms)}
        return cls(document, text, words, [spelled[norm] for norm in norms], starts, ends)

    def token_at(self, offset: int) -> int:
        """The index of the token that holds character `offset`, or of the first one after it."""
        return bisect_right(self.ends, offset)

    def tokens(self, span: Span) -> range:
        """The indices of the tokens that lie in `span`."""
        return range(bisect_left(self.starts, span.start), bisect_right(self.ends, span.end))

    def span(self, first: int, last: int) -> Span:
        """The characters of the tokens `first` to `last` (exclusive)."""
        return Span(self.starts[first], self.ends[last - 1])

    def gap(self, token: int) -> str:
        """The characters between a token and the one before it."""
        return self.text[self.ends[token - 1] : self.starts[token]]

    def slice(self, span: Span) -> str:
        """The text of `span`."""
        return self.text[span.start : span.end]

    def sentence_of(self, offset: int) -> int:
        """The index of the sentence that holds character `offset`."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def phrases_in(self, span: Span) -> list[Phrase]:
        """The phrases that lie wholly in `span`, in text order."""
        return _inside(self.phrases, span)

    def dates_in(self, span: Span) -> list[DateMention]:
        """The dates that lie wholly in `span`."""
        return _inside(self.dates, span)

    def quantities_in(self, span: Span) -> list[QuantityMention]:
        """The quantities that lie wholly in `span`."""
        return _inside(self.quantities, span)


def _inside(found: list[Stretch], span: Span) -> list[Stretch]:
    """Those of `found` (in text order) that lie wholly in `span`; looks only at those that begin there."""
    low = bisect_left(found, span.start, key=lambda one: one.span.start)
    high = bisect_left(found, span.end, lo=low, key=lambda one: one.span.start)
    return [one for one in found[low:high] if one.span.end <= span.end]
