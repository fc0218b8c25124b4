"""Who may be the actor of a clause: its first phrase after adverbials, parties of joint action, a group as worded."""

from camket.graph.extraction.entities.groups import group_phrase
from camket.graph.extraction.reading import Phrase, Reading
from camket.graph.extraction.text.cue_words import (
    acts,
    begins_action,
    cue_at,
    given,
    group_length,
    joint,
    past,
    prepositions,
    qualifiers,
    receivers,
)
from camket.graph.extraction.text.subjects import PhraseIndex, Subject, adverbs, representatives
from camket.graph.extraction.text.verbs import verbs
from camket.graph.facts import EntityKind, Span

MAX_GROUP = 14
"""Tokens a group without a name has at most before its verb."""
MAX_ADVERBIAL = 14
"""Tokens within which an adverbial that opens a clause must reach its comma."""

_SEVERAL = {"các", "từng", "mỗi", "những"}
_NOMINAL = {"của", "về", "và", "hay", "hoặc", "trong", "ở", "tại"}


class ClauseActors:
    """Finds actors in the clauses of one article."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        self.reading = reading
        self.norms = reading.norms
        self.index = index

    def leading_subject(self, start: int, last: int) -> Subject | None:
        """The phrases a clause begins with, after dates and adverbials; None where it begins otherwise."""
        token = self.after_adverbials(start, last)
        people = representatives().at(self.norms, token) if token < last else None
        phrase = self.index.begin.get(token) or (self.index.begin.get(token + people[0]) if people else None)
        if phrase is None:
            return None
        phrase = self._each(phrase, last)
        found = [phrase]
        after = self.index.last_token(phrase) + 1
        while after + 1 < last and self.norms[after] in {"và", ","} and (other := self.index.begin.get(after + 1)):
            found.append(other)
            after = self.index.last_token(other) + 1
        if len(found) > 1 and self.norms[self.index.first_token(found[-1]) - 1] == ",":
            found = [phrase]
            after = self.index.last_token(phrase) + 1
        if after < last and self.norms[after] in _NOMINAL - {"và"}:
            return None
        return Subject(found, token)

    def _each(self, phrase: Phrase, last: int) -> Phrase:
        """ "UBND các xã", "Sở Y tế các tỉnh": not one body but each of several, and so a group."""
        after = self.index.last_token(phrase) + 1
        several = after < last and self.norms[after] in _SEVERAL and group_length(self.norms, after)
        if phrase.kind not in {EntityKind.BODY, EntityKind.POST} or not several:
            return phrase
        known = self.index.begin.get(after)
        end = max(after + several, self.index.last_token(known) + 1 if known else 0)
        if end < last and (tail := qualifiers().at(self.norms, end)) and not acts(self.norms, end, tail[0]):
            end += tail[0]
        return self._group(self.index.first_token(phrase), end)

    def after_adverbials(self, start: int, last: int) -> int:
        token = start
        while token < last:
            date = self.index.date_begin.get(token)
            if date is not None:
                token = date + 1
            elif prepositions().at(self.norms, token) and token not in self.index.begin:
                comma = next((i for i in range(token, min(last, token + MAX_ADVERBIAL)) if self.norms[i] == ","), None)
                date = self.index.date_begin.get(min(token + 1, last - 1))
                if comma is None and date is None:
                    return token
                token = comma + 1 if comma is not None else date + 1 if date is not None else token
            elif self.norms[token] in {",", "thì"}:
                token += 1
            else:
                break
        return token

    def past_time(self, token: int, last: int) -> int:
        """The first token from `token` on that is no date, nor a preposition before one."""
        while token < last:
            ahead = token + 1 if token not in self.index.date_begin and prepositions().at(self.norms, token) else token
            date = self.index.date_begin.get(ahead)
            if date is None:
                break
            token = date + 1
        return token

    def sentence_start(self, token: int) -> int:
        """The first token of the sentence that holds `token`."""
        sentence = self.reading.sentences[self.reading.sentence_of(self.reading.starts[token])]
        return self.reading.token_at(sentence.start)

    def addressee(self, start: int, last: int) -> Subject | None:
        """Who is addressed: the clause's first phrase; where that is a group only, whoever stands before "phải"."""
        leading = self.leading_subject(start, last)
        if leading and leading.phrases[0].kind != EntityKind.GROUP:
            return leading
        joint = None if leading else self._joint_parties(start, last)
        return joint or self._cued_subject(start, last) or self.worded(start, last) or leading

    def _joint_parties(self, start: int, last: int) -> Subject | None:
        """ "Sự phối hợp giữa A và B sẽ ...": both are to act."""
        found = joint().at(self.norms, self.after_adverbials(start, last)) if start < last else None
        if not found:
            return None
        token = self.after_adverbials(start, last) + found[0]
        if token < last and self.norms[token] == "giữa" and (phrase := self.index.begin.get(token + 1)):
            after = self.index.last_token(phrase) + 1
            other = self.index.begin.get(after + 1) if after < last and self.norms[after] in {"và", "với"} else None
            return Subject([phrase, other] if other else [phrase], token + 1)
        return None

    def _cued_subject(self, start: int, last: int) -> Subject | None:
        """The subject of the first "phải", "cần" or "sẽ" in an addressed clause that begins otherwise."""
        for token in range(start, last):
            hit = cue_at(self.norms, token)
            if hit and (hit[1].modal or hit[1].spoken):
                subject = self.index.before(token, start, represented=True)
                return subject
        return None

    def worded(self, start: int, last: int, end: int | None = None) -> Subject | None:
        """A group that a clause begins with, as worded up to its verb ("các cấp ủy", "tư vấn giám sát").

        end: the token of the verb where it is known; else it is the first word of doing something.
        """
        token = self.after_adverbials(start, last)
        known = self.index.begin.get(token)
        length = group_length(self.norms, token)
        if known.kind != EntityKind.GROUP if known else not length or acts(self.norms, token, length):
            return None
        after = max(self.index.last_token(known) + 1 if known else 0, token + length)
        qualified = qualifiers().at(self.norms, after) if after < last else None
        if qualified and acts(self.norms, after, qualified[0] + 1):
            qualified = None  # "có mặt"
        beyond = after + qualified[0] if qualified else after
        verb = self._verb(beyond, min(last, token + MAX_GROUP), last)
        if end is None:
            end = verb
            if known and end is not None and end - after > 1 and qualified is None and not self._capital(after):
                return Subject([known], token)  # "các doanh nghiệp chung tay mua ...": the words between may be verbs
        elif verb is not None and verb < end:
            end = None
        if end is None or end - token > MAX_GROUP or self._broken(token, end) or self._says(after, end):
            return None
        return Subject([self._group(first, last) for first, last in self._parts(token, end)], token)

    def _verb(self, first: int, end: int, last: int) -> int | None:
        """The first token before `end` that begins an action."""
        starts = (i for i in range(first, end) if begins_action(self.norms, i, last))
        return next((i for i in starts if self.norms[i : i + 2] != ["cũng", "như"]), None)

    def _parts(self, first: int, last: int) -> list[tuple[int, int]]:
        """The groups that "và" or "cũng như" joins, each for itself."""
        for token in range(first + 1, last - 1):
            joint = 1 if self.norms[token] == "và" else 2 if self.norms[token : token + 2] == ["cũng", "như"] else 0
            if joint and token + joint < last and group_length(self.norms, token + joint):
                return [(first, token), *self._parts(token + joint, last)]
        return [(first, last)]

    def _group(self, first: int, last: int) -> Phrase:
        phrase = group_phrase(self.reading, first, last)
        self.index.begin[first] = self.index.end[last - 1] = phrase
        return phrase

    def _broken(self, first: int, last: int) -> bool:
        marks = [i for i in range(first, last) if not self.norms[i][:1].isalnum()]
        return self.norms[last - 1] == "người" or any(self.norms[i] != "," or i == last - 1 for i in marks)

    def _says(self, first: int, last: int) -> bool:
        """Whether a verb of saying or of what is so stands among the tokens: they are a clause and no group."""
        named = any(p.kind == EntityKind.PERSON for i in range(first, last) if (p := self.index.begin.get(i)))
        passive = any(self.norms[i : i + 2] == [",", "được"] for i in range(first, last))
        return named or passive or any(past().at(self.norms, i) or _saying(self.norms, i) for i in range(first, last))

    def _capital(self, token: int) -> bool:
        return self.reading.words[token][:1].isupper()

    def receives(self, subject: Subject) -> bool:
        """Whether the subject is a group that is merely offered what it "will" do."""
        words = self.reading.slice(subject.phrases[0].span).lower().split()
        found = receivers().at(words, 0)
        return subject.phrases[0].kind == EntityKind.GROUP and found is not None and found[0] == len(words)

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

    def evidence_start(self, subject: Subject, start: int) -> int:
        """The date that stands before the subject, with its preposition, else the subject."""
        token = subject.first
        lead = self.reading.dates_in(Span(self.reading.starts[start], self.reading.starts[token]))
        if self.norms[token - 1] in {",", "thì"} and any(given().at(self.norms, i) for i in range(start, token)):
            return start  # "Nếu ..., ông sẽ ...", "Đơn vị nào chậm, tôi sẽ ..."
        if lead and self.after_adverbials(start, token + 1) == token:
            token = self.reading.token_at(lead[0].span.start)
            while token > start and self.norms[token - 1] != ",":
                token -= 1
        elif token - 1 in self.index.date_end:
            token = max(start, self.index.date_end[token - 1])
            while token > start and prepositions().ending(self.norms, token - 1):
                token -= 1
        return token


def _saying(norms: list[str], token: int) -> bool:
    hit = verbs().at(norms, token)
    return hit is not None and not hit[1].weak and not hit[1].skip
