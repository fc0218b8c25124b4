"""One clause that tells what became of something: where its words begin and end, and whether they tell of it at all."""

from dataclasses import dataclass
from functools import cache

from camket.graph.extraction.assessments.doers import Doer, Doers
from camket.graph.extraction.assessments.predicates import Predicate
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.cue_words import begins_action
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.extraction.text.subjects import adverbs
from camket.graph.extraction.undertakings.ends import last_word
from camket.graph.extraction.undertakings.found import Found
from camket.graph.facts import Outcome, Span, UndertakingKind

_GONE = frozenset({"qua", "rồi", "lại", "hết"})
_CONTRASTS = frozenset({"nhưng", "song", "còn", "trong", "nay", "nên", "vậy"})


@dataclass(frozen=True, slots=True)
class Told:
    """A clause that tells what became of something: its tokens `first` to `last` (exclusive)."""

    predicate: Predicate
    doer: Doer
    first: int
    last: int


class ClauseBounds:
    """Finds the words of an assessment, in the clauses of one article."""

    def __init__(self, reading: Reading, doers: Doers) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.doers = doers
        self.index = doers.index

    def told(self, predicate: Predicate, doer: Doer, start: int, last: int) -> Told | None:
        """The clause of a predicate and its doer in the stretch `start` to `last`; None where it tells of nothing."""
        supposed = any(_conditions().at(self.norms, token) for token in range(start, predicate.first))
        between = (token for token in self._between(predicate, doer) if not self._is_contrast(token))
        wished = any(_unreal().at(self.norms, token) for token in between)
        if supposed or wished or self._to_come(predicate, last):
            return None
        told = Told(predicate, doer, self._begin(doer, start), self._end(predicate, last))
        return told if self._has_object(told) else None

    def _is_contrast(self, token: int) -> bool:
        """ "quý III đã qua | mà | Bộ X vẫn chưa trình": it joins two clauses, and the second is no attribute."""
        return self.norms[token] == "mà" and self.norms[token - 1] in _GONE

    def outcome(self, told: Told, *, in_part: bool) -> Outcome:
        """What became of it; what was done after its time was not done as undertaken."""
        if told.predicate.outcome is Outcome.DONE and self.says(told, "late"):
            return Outcome.NOT_DONE
        return Outcome.PARTLY if in_part and told.predicate.outcome is Outcome.DONE else told.predicate.outcome

    def says(self, told: Told, how: str) -> bool:
        """Whether the clause compares what was done with what was promised: "done" in time, or "late"."""
        table = words("assessments", "promised", how)
        return any(table.at(self.norms, token) for token in range(told.first, told.last))

    def span(self, told: Told) -> Span:
        """The characters of the clause."""
        return self.reading.span(told.first, told.last)

    def _to_come(self, predicate: Predicate, last: int) -> bool:
        """Whether a verb without "đã" has a deadline: "tiền thưởng chi trả xong trước ngày 20/1"."""
        after = self.reading.span(predicate.first, last)
        return predicate.first == predicate.verb and any(date.before for date in self.reading.dates_in(after))

    def _between(self, predicate: Predicate, doer: Doer) -> range:
        """The tokens between the subject and the predicate; the word before the subject, too."""
        if doer.thing or not doer.phrases or doer.first >= predicate.first:
            return range(max(0, doer.first - 1), doer.first)
        return range(self.index.last_token(doer.phrases[-1]) + 1, predicate.first)

    def _begin(self, doer: Doer, start: int) -> int:
        """The dates and adverbials that open the stretch, where nothing else stands before the subject."""
        if start in self.index.date_begin and self.norms[doer.first - 1] == ",":
            return start  # "Ngày 12/5, tức ba ngày trước hạn, sở đã ..."
        return start if self.doers.reader.after_adverbials(start, doer.first + 1) >= doer.first else doer.first

    def _end(self, predicate: Predicate, last: int) -> int:
        """Where the clause ends: before an aside, a contrast or another's clause."""
        words_of = Found(UndertakingKind.GOAL, [], (predicate.first, predicate.last), predicate.first, last)
        last = last_word(self.reading, words_of)
        if predicate.deadline:  # "lời hứa ... đã vỡ | khi tỉnh mới có 21,4 km"
            last = next((i for i in range(predicate.last, last) if self.norms[i] in {"khi", "vì", "do"}), last)
        for token in range(predicate.last, last - 1):
            if self.norms[token] == "," and (self.norms[token + 1] in _CONTRASTS or self._subject_at(token + 1, last)):
                return token
        return last

    def _subject_at(self, token: int, last: int) -> bool:
        """Whether somebody who does something else begins at `token`."""
        phrase = self.index.begin.get(token)
        after = self.index.last_token(phrase) + 1 if phrase else last
        return after < last and (adverbs().at(self.norms, after) is not None or begins_action(self.norms, after, last))

    def _has_object(self, told: Told) -> bool:
        """Whether something of substance was done: what follows the verb, or the thing that is the subject."""
        after = told.predicate.last
        while after < told.last and (self.norms[after].isdigit() or _determiners().at(self.norms, after)):
            after += 1
        if after < told.last and _empty().at(self.norms, after):
            return False
        if told.predicate.complete or told.doer.thing:
            return True
        after = told.predicate.last
        return after < told.last and self.norms[after][:1].isalnum()


@cache
def _conditions() -> WordTable[bool]:
    return words("assessments", "unreal", "conditions")


@cache
def _unreal() -> WordTable[bool]:
    return words("assessments", "unreal")


@cache
def _determiners() -> WordTable[bool]:
    return WordTable((word, True) for word in lexicon("groups")["determiners"])


@cache
def _empty() -> WordTable[bool]:
    return words("assessments", "empty")
