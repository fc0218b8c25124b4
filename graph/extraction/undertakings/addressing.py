"""Clauses that tell or wish somebody to do something: who is told, and by whom."""

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.text.clause_words import things_given
from camket.graph.extraction.text.cue_words import (
    begins_action,
    cue_words,
    dispatching,
    documents,
    hedges,
    qualifiers,
    recipients,
    suffers,
    topics,
)
from camket.graph.extraction.text.lexicon import role_length
from camket.graph.extraction.text.subjects import Subject, representatives
from camket.graph.extraction.undertakings.clause_actors import ClauseActors
from camket.graph.extraction.undertakings.found import Found, Outcome, Site
from camket.graph.extraction.undertakings.worded import MAX_GROUP
from camket.graph.facts import EntityKind, Reason, UndertakingKind

MIN_ACTION = 2
"""Syllables that must follow the actor for there to be something to do."""
MAX_ASIDE = 10
"""Tokens between the commas after a name (his age, his post), at most."""
MAX_DOCUMENT = 14
"""Tokens within which an order must follow the verb that sends out the document it stands in."""


MAX_TITLED = 10
"""Tokens of somebody's title before the verb with which he tells others to do something, at most."""
_APART = frozenset({",", ":", "bị", "được", "rằng", "khi", "nếu", "mà"})
_SEVERAL = frozenset({EntityKind.BODY, EntityKind.PLACE, EntityKind.GROUP})
_WITH = frozenset({"với"})
_MET = frozenset({EntityKind.BODY, EntityKind.PERSON, EntityKind.POST, EntityKind.PLACE})


class AddressReader(ClauseActors):
    """Reads what somebody is told to do."""

    def addressed(self, first: int, last: int, kind: UndertakingKind, *, inherits: bool) -> Outcome:
        """A clause that tells or wishes somebody to do something: its actor is its subject, not the one who tells."""
        start = self._past_preposition(opening(self.reading, self._past_marks(first, last), last), last)
        outcome = Outcome()
        if start < len(self.norms) and hedges().at(self.norms, start):
            outcome.doubts.append((start, start + 1, Reason.HEDGED))
            return outcome
        if kind == UndertakingKind.EXPECTATION and self._was_so(start, last):
            outcome.doubts.append((start, start + 1, Reason.HEDGED))
            return outcome
        subject = self.addressee(start, last, told=kind == UndertakingKind.DIRECTIVE)
        acts = begins_action(self.norms, self.after_adverbials(start, last), last)
        if subject is None and acts and not inherits:
            cue = self._cue_before(start)
            passive = self.told_passively(start)
            subject = passive or self.recipient(cue, start) or self.topic(cue) or self._met(cue)
            if subject is not None:
                begin = passive.first if passive else start
                outcome.found.append(Found(kind, subject.phrases, (start, start), begin, last, rule="recipient"))
                return outcome
        if subject is None and not (inherits and acts):
            outcome.doubts.append((start, min(start + 1, last), Reason.NO_ACTOR))
            return outcome
        after = self.index.last_token(subject.phrases[-1]) + 1 if subject else start
        if last - after < MIN_ACTION and not (subject and after == start):
            outcome.doubts.append((start, min(start + 1, last), Reason.NO_CONTENT))
            return outcome
        if self.norms[after : after + 2] == [",", "được"]:  # "kêu gọi đoàn viên, được mọi người ủng hộ"
            outcome.doubts.append((start, min(start + 1, last), Reason.NO_CONTENT))
            return outcome
        outcome.found.append(
            Found(kind, subject.phrases if subject else [], (start, start), start, last, rule="addressed")
        )
        return outcome

    def of_itself(self, hoper: Phrase, token: int, last: int) -> bool:
        """ "Hãng X mong muốn mang đến ...": a verb of doing follows at once, so that it wishes to do it itself.

        What a man hopes for himself is no expectation of anybody.
        """
        token += self.norms[token : token + 1] == ["sẽ"]
        acts = last - token >= MIN_ACTION and begins_action(self.norms, token, last)
        return acts and hoper.kind in _SEVERAL and not suffers(self.norms, token)

    def hoped(self, first: int, last: int, hoper: Phrase) -> Outcome | None:
        """What somebody hopes to do himself; None where he hopes it of others, or of nobody named."""
        start = opening(self.reading, self._past_marks(first, last), last)
        if not self.of_itself(hoper, start, last):
            return None
        return Outcome(
            found=[Found(UndertakingKind.EXPECTATION, [hoper], (start, start), start, last, rule="hoped-of-itself")]
        )

    def _was_so(self, start: int, last: int) -> bool:
        """Whether what somebody believes ("tin rằng ông từng ...") is past, and nothing is to be done yet."""
        leading = self.leading_subject(start, last)
        after = self.index.last_token(leading.phrases[-1]) + 1 if leading else last
        if self.norms[after : after + 1] == [","]:  # "ông X, 29 tuổi, từng ..."
            ahead = range(after + 1, min(last, after + MAX_ASIDE))
            after = next((i for i in ahead if self.norms[i] == ","), last) + 1
        return after < last and self.norms[after] in {"từng", "đã"}

    def _past_marks(self, token: int, last: int) -> int:
        while token < last - 1 and self.norms[token] in {"rằng", "là", ",", ":"}:
            token += 1
        return token

    def _past_preposition(self, start: int, last: int) -> int:
        """Past "cho", "với" before the one who is told ("giao cho Sở X ...")."""
        known = start + 1 < last and start + 1 in self.index.begin
        return start + 1 if known and self.norms[start] in {"cho", "với", "đối"} else start

    def _cue_before(self, token: int) -> int:
        """The first token of the verb that tells, which ends right before `token`; `token` where none does."""
        length = cue_words().ending(self.norms, token - 1) if token else 0
        return token - length

    def told_passively(self, start: int) -> Subject | None:
        """ "Ông X được Bộ Y phân công ...": he whom the words before the action say is told."""
        cue = self._cue_before(start)
        teller = self.index.end.get(cue - 1) if 0 < cue < start else None
        verb = self.index.first_token(teller) - 1 if teller else 0
        if verb <= 0 or self.norms[verb] not in {"được", "bị"}:
            return None
        return self.index.before(verb, self.sentence_start(verb))

    def recipient(self, cue: int, after: int) -> Subject | None:
        """ "... có công văn gửi Sở X đề nghị ...": whoever the document that asks is sent to."""
        last = cue - 1 - qualifiers().ending(self.norms, cue - 1) if cue else 0
        phrase = (self.index.end.get(cue - 1) or self.index.end.get(last)) if 0 < cue < after else None
        if phrase is None:
            return None
        first = self.index.first_token(phrase)
        phrases = [phrase]
        floor = self.sentence_start(first)
        while first - 2 >= floor and self.norms[first - 1] in {"và", ","} and (other := self.index.end.get(first - 2)):
            phrases.insert(0, other)
            first = self.index.first_token(other)
        return Subject(phrases, first) if recipients().ending(self.norms, first - 1) else None

    def topic(self, cue: int) -> Subject | None:
        """ "Đối với Sở X, ông Y yêu cầu ...": whoever the sentence begins with is told."""
        start = self.sentence_start(cue)
        found = topics().at(self.norms, start)
        first = start + found[0] if found else cue
        if first >= cue:
            return None
        known = self.index.begin.get(first)
        if known and known.kind != EntityKind.GROUP:
            return Subject([known], first) if self._comma_after(known) else None
        comma = next((i for i in range(first, min(cue, first + MAX_GROUP)) if self.norms[i] == ","), None)
        return self.worded(first, cue, end=comma) if comma else None

    def _met(self, cue: int) -> Subject | None:
        """ "Trong buổi làm việc với Sở X, ông Y đề nghị xem xét ...": whoever he met is told."""
        for token in range(self.sentence_start(cue), cue):
            known = self.index.begin.get(token) if self.norms[token - 1] in _WITH else None
            people = representatives().at(self.norms, token) if self.norms[token - 1] in _WITH else None
            known = known or (self.index.begin.get(token + people[0]) if people else None)
            if known and known.kind in _MET and self._comma_after(known):
                return Subject([known], token)
        return None

    def _comma_after(self, phrase: Phrase) -> bool:
        after = self.index.last_token(phrase) + 1
        return self.norms[after : after + 1] == [","]

    def dispatcher(self, site: Site) -> Phrase | None:
        """ "Bộ X vừa có văn bản yêu cầu ...": whoever sends out the document that tells; None where none is named."""
        for token in range(site.first - 1, max(site.start, site.first - MAX_DOCUMENT) - 1, -1):
            if not dispatching().at(self.norms, token):
                continue
            subject = self.index.before(token, site.start)
            if subject is not None and any(documents().at(self.norms, i) for i in range(token, site.first)):
                return subject.phrases[0]
        return None

    def through_document(self, outcome: Outcome, site: Site) -> bool:
        """A document tells: it is sent to somebody named before the verb, or tells somebody named after it."""
        teller = self.dispatcher(site)
        receiver = self.recipient(site.first, site.after) if teller else None
        if receiver and begins_action(self.norms, site.after, site.last):
            words = (site.first, site.after)
            outcome.found.append(
                Found(site.cue.kind, receiver.phrases, words, site.after, site.last, teller, rule="document")
            )
            return True
        if teller is None and not documents().ending(self.norms, self.before_adverbs(site.first, site.start)):
            return False
        self._tell(outcome, site, teller)
        return True

    def titled(self, site: Site) -> bool:
        """ "Trưởng đoàn kiểm tra yêu cầu xã X ...": one whose name is not known tells it, by the post he holds."""
        start = self.after_adverbials(site.start, site.first)
        role = role_length(self.norms, start) if start < site.first else 0
        apart = not _APART.isdisjoint(self.norms[start : site.first])
        return role > 0 and site.first - start <= MAX_TITLED and not apart

    def _tell(self, outcome: Outcome, site: Site, teller: Phrase | None) -> None:
        told = self.addressed(site.after, site.last, site.cue.kind, inherits=False)
        for found in told.found:
            found.cue, found.teller = (site.first, site.after), teller
        outcome.found += told.found
        outcome.doubts += [(site.first, site.after, reason) for _, _, reason in told.doubts]

    def hands_over(self, site: Site, found: Found) -> bool:
        """ "giao (cho) Hải quân X ba tàu": a thing is handed over, and nothing is told to be done."""
        if self.norms[site.first : site.after] != ["giao"]:
            return False
        after = self.index.last_token(found.actors[-1]) + 1 if found.actors else found.first
        return after < found.last and things_given().at(self.norms, after) is not None
