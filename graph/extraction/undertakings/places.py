"""Where in a clause things stand: after its adverbials and dates, before and after its adverbs."""

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.reading import Reading
from camket.graph.extraction.text.clause_words import connectives, times, years_ago
from camket.graph.extraction.text.cue_words import prepositions
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.subjects import PhraseIndex, Subject, adverbs
from camket.graph.extraction.text.verbs import verbs
from camket.graph.extraction.undertakings.found import Site

_YEAR = len("2026")
MAX_ADVERBIAL = 14
"""Tokens within which an adverbial that opens a clause must reach its comma."""
MAX_RELATIVE = 10
"""Tokens after a cue within which "là" or "đã" shows that its clause only tells which thing is meant."""


class ClausePlaces:
    """Finds places in the clauses of one article."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.index = index

    def after_adverbials(self, start: int, last: int) -> int:
        """The first token from `start` on after dates and adverbials that end in a comma or a date."""
        token = start
        while token < last:
            date = self.index.date_begin.get(token)
            if date is not None:
                token = date + 1
            elif (found := prepositions().at(self.norms, token)) and token not in self.index.begin:
                comma = next((i for i in range(token, min(last, token + MAX_ADVERBIAL)) if self.norms[i] == ","), None)
                date = self.index.date_begin.get(min(token + found[0], last - 1))
                if comma is None and date is None:
                    return token
                token = comma + 1 if comma is not None else date + 1 if date is not None else token
            elif token not in self.index.begin and (opening := self._opening(token)):
                token += opening
            elif self.norms[token] in {",", "thì"}:
                token += 1
            else:
                break
        return token

    def _opening(self, token: int) -> int:
        """How many tokens at `token` are a time without a date, or say how the clause goes on from the one before."""
        found = times().at(self.norms, token) or connectives().at(self.norms, token)
        return found[0] if found else 0

    def past_time(self, token: int, last: int) -> int:
        """The first token from `token` on that is no date, nor a preposition before one."""
        while token < last:
            ahead = token + 1 if token not in self.index.date_begin and prepositions().at(self.norms, token) else token
            date = self.index.date_begin.get(ahead)
            if date is None:
                break
            token = date + 1
        return token

    def bygone(self, site: Site) -> bool:
        """Whether words before the cue put it into years gone by ("Năm 2023 X đặt ...", "từng đặt mục tiêu")."""
        if years_ago().at(self.norms, site.start) or self.norms[site.first - 1] == "từng":
            return True
        published = self.reading.document.published
        ahead = self.reading.dates_in(self.reading.span(site.start, site.after))
        years = [date.edtf for date in ahead if len(date.edtf) == _YEAR]
        return published is not None and any(last_day(year) < first_day(published) for year in years)

    def to_come(self, first: int, last: int) -> bool:
        """Whether a date among the tokens is still to come."""
        published = self.reading.document.published
        dates = self.reading.dates_in(self.reading.span(first, last))
        return published is not None and any(last_day(date.edtf) > last_day(published) for date in dates)

    def completes(self, token: int) -> bool:
        """Whether a verb that a thing is ready, or begins to work, stands at `token`."""
        return token < len(self.norms) and words("undertakings", "completed").at(self.norms, token) is not None

    def relative(self, subject: Subject, site: Site) -> bool:
        """ "Điều | ông sẽ làm | là ...", "Khoản X cam kết góp đã ...": what somebody "sẽ" do only tells which thing."""
        before = subject.first - 1
        if before < site.start or site.cue.addressing or self.after_adverbials(site.start, subject.first) > before:
            return False
        closed = self.reading.words[before] in {"”", '"'}
        opens = words("undertakings", "subordinators").ending(self.norms, before) or verbs().ending(self.norms, before)
        if opens or not (closed or self.norms[before].isalpha()):
            return False
        ahead = self.norms[site.after : min(site.last, site.after + MAX_RELATIVE)]
        comma = ahead.index(",") if "," in ahead else len(ahead)
        return any(word in {"là", "đã"} for word in ahead[1:comma])

    def opens(self, site: Site) -> bool:
        """Whether nothing but adverbials and adverbs stands before the cue ("... cho biết | cũng sẽ ...")."""
        token = self.after_adverbials(site.start, site.first + 1)
        while token < site.first and (found := adverbs().at(self.norms, token)):
            token += found[0]
        return token >= site.first

    def past_there(self, token: int, last: int) -> int:
        """Past "đã có" before those of whom there are some ("Đã có 6 nhà máy cam kết ...")."""
        there = token + 1 if self.norms[token] in {"đã", "hiện", "mới"} else token
        return there + 1 if there + 1 < last and self.norms[there] == "có" else token

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence that holds `token`."""
        sentence = self.reading.sentences[self.reading.sentence_of(self.reading.starts[token])]
        return self.reading.token_at(sentence.start)

    def past_adverbs(self, token: int, last: int) -> int:
        """The first token from `token` on that is no adverb."""
        while token < last - 1 and (found := adverbs().at(self.norms, token)):
            token += found[0]
        return min(token, last - 1)

    def before_adverbs(self, token: int, start: int) -> int:
        """The last token before `token` that is no adverb."""
        token -= 1
        while token > start and (length := adverbs().ending(self.norms, token)):
            token -= length
        return max(token, start)
