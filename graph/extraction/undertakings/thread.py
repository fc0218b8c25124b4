"""What the sentence before leaves to the next, and whether the next takes it up."""

from dataclasses import dataclass

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.speech.regions import Region, opening
from camket.graph.extraction.text.clause_words import until_now
from camket.graph.extraction.text.cue_words import (
    begins_action,
    cue_at,
    given,
    goes_on_ordering,
    hardship,
    past,
    states,
)
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.verbs import verbs
from camket.graph.extraction.undertakings.clause import ClauseReader
from camket.graph.extraction.undertakings.worded import MAX_GROUP
from camket.graph.facts import EntityKind, Span, UndertakingKind

ADDRESSED = frozenset({UndertakingKind.DIRECTIVE, UndertakingKind.EXPECTATION})
"""The kinds whose actor is told or wished to act by somebody else."""
_SPEAKERS = frozenset({EntityKind.PERSON, EntityKind.POST})
_NAMED = _SPEAKERS | {EntityKind.BODY}
_VERB_WINDOW = 3
MAX_CONDITION = 30
"""Tokens from "nếu" to the comma that ends the condition."""


@dataclass(slots=True)
class Thread:
    """Whose words the last sentence was, and what is being undertaken by whom until when.

    framed: the deadline opens the first of several clauses and holds for all ("Trong năm nay, X sẽ ...; ...").
    """

    sentence: int = -2
    frame: SpeechFrame | None = None
    kind: UndertakingKind | None = None
    actors: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    due: str | None = None
    cue: str = ""
    framed: bool = False
    due_at: Span | None = None  # where the deadline stands


class Continuation:
    """Tells of a region in the article's own voice whether it goes on with what the sentence before began."""

    def __init__(self, reading: Reading, reader: ClauseReader) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.reader = reader
        self.index = reader.index

    def carries_on(self, region: Region, thread: Thread, *, linked: bool) -> bool:
        """Whether a sentence without a voice of its own still tells what the one before began to."""
        if thread.kind is None or self.reports(region.first, region.last):
            return False
        if linked:
            mine = thread.frame is not None and not self._told_by_another(region, _SPEAKERS)
            return thread.kind != UndertakingKind.PLEDGE or mine
        subject = self.index.begin.get(region.first)
        if subject is not None and subject.entity not in thread.actors:
            several = subject.kind == EntityKind.GROUP and thread.kind in ADDRESSED
            return several or self._also_told(region, subject, thread)
        if subject is None and thread.kind == UndertakingKind.DIRECTIVE:
            return goes_on_ordering(self.norms, region.first, region.last) and not self._told_by_another(region)
        numbers = self.reading.quantities_in(self.reading.span(region.first, region.last))
        inside = range(region.first, region.last)
        only = any(self.norms[i] == "mới" and begins_action(self.norms, i + 1, region.last) for i in inside)
        done = only or "đã" in self.norms[region.first : region.last] or self._all_past(region)
        goes_on = thread.kind == UndertakingKind.GOAL and bool(numbers) and not done
        return goes_on and not self._told_by_another(region)

    def _told_by_another(self, region: Region, kinds: frozenset[EntityKind] = _NAMED) -> bool:
        """Whether the sentence only opens with an adverbial: somebody named follows its comma."""
        commas = (i for i in range(region.first, region.last - 1) if self.norms[i] == ",")
        named = (self.index.begin.get(i + 1) for i in commas)
        return any(p.kind in kinds for p in named if p)

    def asks_on(self, region: Region) -> bool:
        """Whether a sentence right after somebody's words asks on without a subject ("Yêu cầu các đơn vị ...")."""
        token = self.reader.after_adverbials(opening(self.reading, region.first, region.last), region.last)
        hit = cue_at(self.norms, token) if token < region.last else None
        return hit is not None and hit[1].addressing and hit[1].kind == UndertakingKind.DIRECTIVE

    def orders_on(self, region: Region) -> bool:
        """Whether a sentence right after somebody's words says, in the same paragraph, what X "phải" or "cần" do."""
        before = self.reading.sentences[region.sentence - 1].end
        if "\n" in self.reading.text[before : self.reading.starts[region.first]]:
            return False
        start = self._past_condition(opening(self.reading, region.first, region.last), region.last)
        subject = self.reader.after_adverbials(start, region.last)
        for token in range(subject, min(region.last - 1, subject + MAX_GROUP)):
            hit = cue_at(self.norms, token)
            if hit and hit[1].spoken:
                leading = self.index.before(token, start, represented=True)
                person = leading is not None and leading.phrases[0].kind == EntityKind.PERSON
                known = (leading and not person) or group_length(self.norms, subject)
                after = min(token + hit[0], region.last - 1)
                ordered = begins_action(self.norms, after, region.last) and not hardship().at(self.norms, after)
                return bool(known) and ordered
        return False

    def _past_condition(self, token: int, last: int) -> int:
        """Past "nếu ...," with which a clause begins."""
        if token >= last or not given().at(self.norms, token):
            return token
        return next((i + 1 for i in range(token, min(last - 1, token + MAX_CONDITION)) if self.norms[i] == ","), token)

    def _also_told(self, region: Region, subject: Phrase, thread: Thread) -> bool:
        """Orders in a row: "Thủ tướng yêu cầu Bộ X ... Bộ Y duy trì ...", with a bare verb of doing after the name."""
        if thread.frame is None or thread.kind != UndertakingKind.DIRECTIVE or thread.frame.speaker == subject.entity:
            return False
        after = self.index.last_token(subject) + 1
        speaks = after < region.last and verbs().at(self.norms, after) is not None
        named = subject.kind in {EntityKind.BODY, EntityKind.POST} and subject.form != "pronoun"
        return named and not speaks and begins_action(self.norms, after, region.last)

    def reports(self, first: int, last: int, *, listed: bool = False) -> bool:
        """Whether the clause tells what has been or is: "đã", "ước" where its verb begins, before any number.

        listed: it follows another after ";", so that a verb with which it begins is its own.
        """
        start = opening(self.reading, first, last)
        leading = self.reader.leading_subject(start, last)
        verb = self.index.last_token(leading.phrases[-1]) + 1 if leading else start
        numbers = self.reading.quantities_in(self.reading.span(start, last)) if start < last else []
        end = self.reading.token_at(numbers[0].span.start) if numbers else last
        if self.so_far(first, last) or (numbers and self.norms[end] == "ước"):
            return True
        if leading and verb < last and states().at(self.norms, verb) and not (listed and self.norms[verb] == "có"):
            return True
        if numbers and end - 1 > start and self.norms[end - 1] == "được":
            return True  # "bán được 28 triệu tấn"
        near = leading is not None or (listed and begins_action(self.norms, verb, last))
        window = range(verb, min(end, verb + _VERB_WINDOW if near else end))
        return any(past().at(self.norms, token) for token in window) or self._is_over(start, end)

    def so_far(self, first: int, last: int) -> bool:
        """Whether the clause opens with "hiện", "đến nay" and so tells what has come of it."""
        start = opening(self.reading, first, last)
        return start < last and (self.norms[start] == "hiện" or until_now().at(self.norms, start) is not None)

    def _all_past(self, region: Region) -> bool:
        """Whether a sentence has dates, and none of a time to come: it tells how a goal came to be."""
        published = self.reading.document.published
        dates = self.reading.dates_in(self.reading.span(region.first, region.last))
        return published is not None and bool(dates) and all(last_day(d.edtf) < first_day(published) for d in dates)

    def _is_over(self, first: int, last: int) -> bool:
        """Whether the clause bears a date that had passed when the article came out."""
        published = self.reading.document.published
        if published is None or first >= last:
            return False
        dates = self.reading.dates_in(self.reading.span(first, last))
        return any(last_day(date.edtf) < first_day(published) for date in dates)
