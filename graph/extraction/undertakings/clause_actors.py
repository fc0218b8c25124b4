"""Who may be the actor of a clause: its first phrase after adverbials, parties of joint action, a group as worded."""

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.text.cue_words import begins_action, cue_at, given, joint, prepositions, receivers
from camket.graph.extraction.text.subjects import Subject, representatives
from camket.graph.extraction.undertakings.worded import MAX_GROUP, WordedActors
from camket.graph.facts import EntityKind, Span

MAX_TOPIC = 8
"""Tokens of a topic before "thì" and the subject."""

_PLURALS = frozenset({"các", "những", "mỗi", "mọi"})
_WHICH = frozenset({"tham", "đến", "tới", "có", "trên", "tại", "ở", "của", "mua", "trúng"})
_NOMINAL = frozenset({"của", "về", "và", "hay", "hoặc", "trong", "ở", "tại"})


class ClauseActors(WordedActors):
    """Finds actors in the clauses of one article."""

    def leading_subject(self, start: int, last: int) -> Subject | None:
        """The phrases a clause begins with, after dates and adverbials; None where it begins otherwise."""
        token = self.after_adverbials(start, last)
        people = representatives().at(self.norms, token) if token < last else None
        phrase = self.index.begin.get(token) or (self.index.begin.get(token + people[0]) if people else None)
        if phrase is None:
            return None
        phrase = self.each(phrase, last)
        found = [phrase]
        after = self.index.last_token(phrase) + 1
        while after + 1 < last and self.norms[after] in {"và", ","} and (other := self.index.begin.get(after + 1)):
            found.append(other)
            after = self.index.last_token(other) + 1
        listed = len(found) > 1 and self.norms[self.index.first_token(found[-1]) - 1] == ","
        if listed and not self._side_by_side(found, last):
            found = [phrase]
            after = self.index.last_token(phrase) + 1
        if after < last and self.norms[after] in _NOMINAL - {"và"} and self.past_time(after, last) == after:
            return None
        return Subject(found, token)

    def _side_by_side(self, phrases: list[Phrase], last: int) -> bool:
        """ "Đảng, Nhà nước tiếp tục ...": bodies in a row right before a verb, none of them the other's whole."""
        bodies = {phrase.entity for phrase in phrases if phrase.kind == EntityKind.BODY}
        apart = not any(self.reading.entities[key].part_of in bodies for key in bodies)
        verb = self.index.last_token(phrases[-1]) + 1
        return len(bodies) == len(phrases) and apart and begins_action(self.norms, verb, last)

    def addressee(self, start: int, last: int, *, told: bool) -> Subject | None:
        """Who is addressed: the clause's first phrase; where that is a group only, whoever stands before "phải".

        told: he is told to do it, not only hoped to.
        """
        leading = self.leading_subject(start, last)
        if leading and leading.phrases[0].kind != EntityKind.GROUP:
            return leading
        joint = None if leading else self._joint_parties(start, last)
        subject = joint or self._cued_subject(start, last) or self._before_modal(start, last, told=told)
        subject = subject or self.worded(start, last, told=told)
        joined = leading and subject and leading.first == subject.first and leading.phrases[0] == subject.phrases[-1]
        who = leading if joined else subject or leading
        return None if who and who.phrases[-1].kind == EntityKind.GROUP and self._cut_off(who, last) else who

    def _cut_off(self, group: Subject, last: int) -> bool:
        """Whether more words tell which group it is ("các cấp | Hội X", "các đơn vị | thuộc diện phải ...")."""
        after = self.index.last_token(group.phrases[-1]) + 1
        ahead = range(after, min(last, after + MAX_GROUP))
        subjected = any(self.norms[i : i + 2] == ["thuộc", "diện"] for i in ahead)
        return subjected or self._completed(after, last) > after

    def _before_modal(self, start: int, last: int, *, told: bool) -> Subject | None:
        """A group as worded, up to the "phải", "cần" or "sẽ" after it ("các hộ nuôi cá lồng phải ...")."""
        for token in range(start, min(last, start + MAX_GROUP)):
            hit = cue_at(self.norms, token)
            if hit and (hit[1].modal or hit[1].spoken):
                return self.worded(start, last, end=self.before_adverbs(token, start) + 1, told=told)
        return None

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

    def receives(self, subject: Subject) -> bool:
        """Whether the subject is a group that is merely offered what it "will" do, more words telling which or not."""
        words = self.reading.slice(subject.phrases[0].span).lower().split()
        if subject.phrases[0].kind != EntityKind.GROUP:
            return False
        nouns = range(1 + (words[0] in _PLURALS))
        ends = [noun + found[0] for noun in nouns if (found := receivers().at(words, noun))]
        return any(end == len(words) or words[end] in _WHICH for end in ends)

    def evidence_start(self, subject: Subject, start: int) -> int:
        """The date that stands before the subject, with its preposition, else the subject."""
        token = subject.first
        lead = self.reading.dates_in(Span(self.reading.starts[start], self.reading.starts[token]))
        if self.norms[token - 1] in {",", "thì"} and any(given().at(self.norms, i) for i in range(start, token)):
            return start  # "Nếu ..., ông sẽ ...", "Đơn vị nào chậm, tôi sẽ ..."
        if self.norms[token - 1] == "thì" and token - start <= MAX_TOPIC:
            return start  # "Chi phí thì chúng tôi cam kết giảm"
        if lead and self.after_adverbials(start, token + 1) == token:
            token = self.reading.token_at(lead[0].span.start)
            while token > start and self.norms[token - 1] != ",":
                token -= 1
        elif token - 1 in self.index.date_end:
            token = max(start, self.index.date_end[token - 1])
            while token > start and prepositions().ending(self.norms, token - 1):
                token -= 1
        return token
