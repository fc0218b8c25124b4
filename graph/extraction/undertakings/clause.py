"""One clause: which cue it has, who is to act, and where the words of the undertaking begin and end."""

from dataclasses import replace

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.regions import opening
from camket.graph.extraction.text.clause_words import foreseen
from camket.graph.extraction.text.cue_words import (
    begins_action,
    cue_at,
    documents,
    formerly,
    hardship,
    hedges,
    matches,
    needs,
    passive,
    suffers,
    teams,
)
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.subjects import FIRST_PERSON, Subject
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.extraction.text.verbs import nominal, verbs
from camket.graph.extraction.undertakings.found import Found, Outcome, Site, Voice
from camket.graph.extraction.undertakings.passives import PassiveReader
from camket.graph.facts import EntityKind, Reason, UndertakingKind

MAX_APART = 30
"""Tokens within which a verb without a subject may follow the subject of the verb before it."""
MAX_TOLD = 10
"""Tokens after "cần" within which "sẽ" shows that it only tells which ones."""
MAX_BEFORE = 60
"""Tokens before a cue that are searched for what may concern it, in a sentence of any length."""
_OTHER_CLAUSE = frozenset({"song", "nhưng", "rằng", "nếu", "vì", "nên", "khi", "mặc", "tuy"})
_PURPOSE = frozenset({"để", "nhằm"})


class ClauseReader(PassiveReader):
    """Reads clauses of one article."""

    def told(self, first: int, last: int, voice: Voice) -> Outcome:
        """A clause that tells something: each cue in it that has an actor of its own begins an undertaking."""
        outcome = Outcome()
        start = opening(self.reading, first, last)
        if self.set_out(outcome, start, last) or self.announced(outcome, start, last, voice):
            return outcome
        floor = start
        token = start
        while token < last:
            hit = cue_at(self.norms, token)
            named = self.index.begin.get(token) if hit else None
            if hit is None or token + hit[0] > last or named:  # "Cần Thơ"
                token = self.index.last_token(named) + 1 if named else token + 1
                continue
            length, cue = hit
            if cue.modal and foreseen().at(self.norms, start):
                cue = replace(cue, kind=UndertakingKind.GOAL)  # "Dự kiến, X sẽ ..."
                outcome.found.clear()
            self._take(outcome, Site(cue, token, token + length, start, floor, last, voice))
            token += length
            if outcome.found and outcome.found[-1].cue == (token - length, token):
                floor = token
                if cue.addressing:
                    break
        return outcome

    def _take(self, outcome: Outcome, site: Site) -> None:
        if self.negated(outcome, site) or self._no_cue(site):
            return
        if self.promised(outcome, site):
            return
        if reason := self._ruled_out(site):
            outcome.doubt(site, reason)
        elif site.cue.modal and passive().at(self.norms, self.past_adverbs(site.after, site.last)):
            self.read_passive(outcome, site, self.past_adverbs(site.after, site.last))
        elif site.cue.noun:
            self.goal_noun(outcome, site)
        else:
            self._with_actor(outcome, site)

    def _no_cue(self, site: Site) -> bool:
        """Whether the words are no cue here: "cần" of what is needed, "muốn" without a number, "nhất trí" of a view."""
        cue, after = site.cue, min(site.after, site.last - 1)
        if cue.spoken and (not site.voice.orders or self._no_order(site, after)):
            return True
        bare = site.after >= site.last or self.norms[site.after] in {",", ")", "khi"}
        if not cue.modal and cue.kind == UndertakingKind.PLEDGE and (bare or nominal().at(self.norms, after)):
            return True  # "cam kết của Tổng thống", "thi đấu quyết tâm, ..."
        if cue.kind == UndertakingKind.PLEDGE and self._recalled(site):
            return True
        if cue.weak and not (site.after in self.index.begin or group_length(self.norms, after)):
            return True
        verb = self.past_adverbs(site.after, site.last)
        if cue.acting and not (begins_action(self.norms, verb, site.last) or (cue.dated and self.completes(verb))):
            return True
        if cue.kind == UndertakingKind.DIRECTIVE and not cue.spoken and self.norms[site.first - 1] == "chỉ":
            return True  # "chỉ có nhiệm vụ giám sát": what it does not answer for
        if cue.dated and site.voice.commits and site.first == site.start:
            return True  # "cam kết | giữ mốc 30/9" is pledged
        dated = cue.dated and self.to_come(site.first, site.last)
        counted = cue.counted and bool(self.reading.quantities_in(self.reading.span(site.first, site.last)))
        return (cue.dated or cue.counted) and not (dated or counted)

    def _recalled(self, site: Site) -> bool:
        """ "520 trên 800 tỷ đồng đã hứa": a number that was promised once, and nothing is promised."""
        first = site.first - (self.norms[site.first - 1] == "đã")
        if self.norms[first] != "đã" or first <= site.start:
            return False
        before = self.reading.span(site.start, first)
        return any(quantity.span.end == before.end for quantity in self.reading.quantities_in(before))

    def _no_order(self, site: Site, after: int) -> bool:
        """Whether "phải", "cần" tell of a need, of what somebody puts up with, or of what was so once."""
        sentence = range(max(self.sentence_start(site.first), site.first - MAX_BEFORE), site.first)
        once = any(formerly().at(self.norms, i) and (i >= site.start or self.norms[i] != "đã") for i in sentence)
        ahead = range(after, min(site.last, after + MAX_TOLD))
        comma = next((i for i in ahead if self.norms[i] == ","), ahead.stop)
        once = once or self.norms[site.first - 1] == "còn"  # "tỉnh còn phải cân đối ngân sách": why not yet
        once = once or "sẽ" in self.norms[after:comma]  # "hộ nào cần vay vốn sẽ được vay"
        has = self.norms[site.after - 1] == "phải" and self.norms[after] == "có"  # "phải có biện pháp": no mere need
        needed = suffers(self.norms, after) if has else needs().at(self.norms, after) is not None
        return once or needed or hardship().at(self.norms, after) is not None

    def _ruled_out(self, site: Site) -> Reason | None:
        """Why the cue binds nobody: it is hedged, or tells of what merely happens to its subject."""
        if site.cue.kind == UndertakingKind.PLEDGE and not site.cue.modal and self.norms[site.first - 1] == "được":
            return Reason.NO_ACTOR  # "người dân được hứa ...": others have promised it
        hedged = site.first > site.start and hedges().ending(self.norms, site.first - 1) > 0
        after = site.after < len(self.norms) and hedges().at(self.norms, site.after)
        if hedged or after or hedges().at(self.norms, site.start):
            return Reason.HEDGED
        verb = self.past_adverbs(site.after, site.last)
        happens = suffers(self.norms, site.after) or suffers(self.norms, verb)
        if site.cue.modal and happens and not self.builds_up(verb, site.last):
            return Reason.NO_ACTOR
        return None

    def _with_actor(self, outcome: Outcome, site: Site) -> None:
        cue, spoken = site.cue, site.voice.orders
        subject = self.index.before(site.first, site.floor, represented=True) or self._reporting(site)
        if not cue.addressing and not cue.modal and not cue.spoken and self.to_come(site.first, site.last):
            subject = self.agent_before(site.first, site.start) or subject
        if subject is None and site.floor == site.start:
            end = self.before_adverbs(site.first, site.start) + 1
            subject = self.worded(self.past_there(site.start, site.first), site.first + 1, end=end)
            subject = subject or (None if cue.addressing else self.kind_before(site.first, site.start))
            subject = subject or (self.conditioned(site.start, site.first, end) if cue.spoken else None)
        if subject is None:
            self._without_subject(outcome, site)
        elif not spoken and cue.modal and self.receives(subject):
            outcome.doubt(site, Reason.NO_ACTOR)
        elif cue.counted and subject.phrases[0].kind in {EntityKind.PERSON, EntityKind.POST}:
            outcome.doubt(site, Reason.NO_ACTOR)  # what one man wants is no goal set for a period
        elif cue.spoken and subject.phrases[0].form == "pronoun" and self.norms[subject.first] in FIRST_PERSON:
            return  # "chúng tôi cần điện ổn định" tells what they need
        elif not spoken and subject.first > site.start and self.norms[subject.first - 1] == "rằng":
            outcome.doubt(site, Reason.NO_SPEAKER)  # what is said, and nobody known says it
        elif self._doubted(subject, site.start) or self.relative(subject, site):
            outcome.doubt(site, Reason.HEDGED)
        elif cue.modal and self._happens(subject, site):
            outcome.doubt(site, Reason.NO_ACTOR)
        elif cue.kind == UndertakingKind.GOAL and self.bygone(site):
            outcome.doubt(site, Reason.HEDGED)
        else:
            subject = self.by_company(subject) if not cue.addressing and not cue.spoken else subject
            self._open(outcome, site, subject, self.evidence_start(subject, site.start))

    def _doubted(self, subject: Subject, start: int) -> bool:
        """ "Có thể ông X sẽ ...", "nhiều khả năng, X sẽ ...", "tin đồn X sẽ ..."."""
        before = subject.first - 1
        before -= before > start and self.norms[before] == ","
        return before >= start and hedges().ending(self.norms, before) > 0

    def _happens(self, subject: Subject, site: Site) -> bool:
        """Whether a thing ("nó") will do it, or a team is drawn to meet another."""
        name = fold(self.reading.entities[subject.phrases[0].entity].name).split()
        verb = self.past_adverbs(site.after, site.last)
        drawn = teams().at(name, 0) is not None and matches().at(self.norms, verb) is not None
        return self.norms[subject.first] == "nó" or drawn

    def _reporting(self, site: Site) -> Subject | None:
        """ "Bà X thông báo sẽ ...": the subject of the reporting verb right before a cue that has none of its own."""
        if site.first == site.start or site.cue.addressing:
            return None
        verb = site.first - verbs().ending(self.norms, site.first - 1)
        if verb == site.first or verb < site.floor:
            return None
        subject = self.index.before(verb, site.floor, represented=True)
        before = self.before_adverbs(verb, site.start)
        joined = self.norms[before] in {",", "và"} or documents().ending(self.norms, verb - 1)
        if subject is None and joined and verb > site.start:  # "... vừa ra thông báo cho biết sẽ ..."
            subject = self.leading_subject(site.start, verb)
            speaker = site.voice.speaker
            return Subject([speaker], site.first) if subject is None and speaker else subject
        return Subject(subject.phrases, site.first) if subject else None

    def _without_subject(self, outcome: Outcome, site: Site) -> None:
        if site.cue.addressing and self.through_document(outcome, site):
            return
        if site.cue.addressing and self.titled(site):
            self._tell(outcome, site, None)
            return
        if site.cue.weak and site.voice.inherits and opening(self.reading, site.start, site.last) == site.first:
            # "yêu cầu UBND tỉnh ...; đồng thời chỉ đạo các sở ...": so he who was told before is told
            outcome.found.append(
                Found(site.cue.kind, [], (site.first, site.after), site.first, site.last, rule="order-goes-on")
            )
            return
        body = self._own_promise(site) or (self.in_session(site) if site.cue.counted else None)
        if body is not None and (site.cue.counted or not self.elided(site.first, site.start)):
            rule = "in-session" if site.cue.counted else "own-promise"
            outcome.found.append(
                Found(site.cue.kind, [body], (site.first, site.after), site.start, site.last, rule=rule)
            )
        elif not self.elided(site.first, site.start):
            if not self.things(outcome, site):
                outcome.doubt(site, Reason.NO_ACTOR)
        elif not (outcome.found and outcome.found[-1].last == site.last):  # else a further verb of the same undertaking
            self._elliptical(outcome, site)

    def _apart(self, leading: Subject, site: Site) -> bool:
        """Whether another clause stands between the subject and the cue, so that it need not be the cue's."""
        between = range(self.index.last_token(leading.phrases[-1]) + 1, site.first)
        aims = (i for i in between if self.norms[i] in _PURPOSE)  # "X: Để sinh viên rèn luyện, phấn đấu ..."
        opened = any(self.norms[i - 1] in {":", ","} for i in aims)
        return len(between) > MAX_APART or opened or any(self.norms[i] in _OTHER_CLAUSE for i in between)

    def _own_promise(self, site: Site) -> Phrase | None:
        """ "Bà hứa đường dây nóng sẽ mở ngày đêm": who answers for it, where nobody is named before "sẽ"."""
        named = any(token in self.index.begin for token in range(max(site.start, site.first - MAX_BEFORE), site.first))
        return site.voice.body if site.voice.commits and site.cue.modal and not named else None

    def _elliptical(self, outcome: Outcome, site: Site) -> None:
        """The subject was named at the beginning of the clause, or it is whoever says all this."""
        leading = self.leading_subject(site.start, site.first)
        if site.voice.thanks and site.voice.speaker:  # "xin lỗi người dân và dời hạn ..."
            leading = Subject([site.voice.speaker], site.first)
        if leading is not None and (self._apart(leading, site) or (site.cue.modal and self._happens(leading, site))):
            outcome.doubt(site, Reason.NO_ACTOR)
            return
        if leading is None and self.norms[site.start] in _PURPOSE:
            outcome.doubt(site, Reason.NO_ACTOR)
            return
        opens = self.opens(site)
        speaker = site.voice.speaker if opens and leading is None and not site.cue.spoken else None
        if site.cue.addressing:
            if leading is not None:  # "Bộ lo ngại ... và yêu cầu X ...": the one who tells was named before
                self._open(outcome, site, leading, site.first)
            elif speaker is not None:
                self._open(outcome, site, Subject([speaker], site.first), site.first)
                for found in outcome.found:  # "Chậm nhất ngày 1/11, yêu cầu các đơn vị ..."
                    found.frame = (site.start, site.first) if site.first > site.start else None
        elif leading is None and speaker is not None and not site.voice.inherits:
            words = (site.first, site.after)
            outcome.found.append(Found(site.cue.kind, [speaker], words, site.start, site.last, rule="speaker"))
        elif leading is None and opens and (named := self.named_after(site)):
            outcome.found.append(
                Found(site.cue.kind, [named], (site.first, site.after), site.start, site.last, rule="owner-behind")
            )
        elif leading is None and not site.voice.inherits:
            if not (opens and self.goes_on(outcome, site)):
                outcome.doubt(site, Reason.NO_ACTOR)
        else:
            begin = site.start if leading is None or site.first == site.start else site.first
            if leading is not None and site.cue.kind == UndertakingKind.GOAL and self.norms[site.first] == "dự":
                begin = leading.first  # "Sở đang thay 8 máy, dự kiến xong trong quý I": what, and by when
            actors = leading.phrases if leading else []
            outcome.found.append(
                Found(site.cue.kind, actors, (site.first, site.after), begin, site.last, rule="subject-before")
            )

    def _open(self, outcome: Outcome, site: Site, subject: Subject, begin: int) -> None:
        self.close(outcome, subject.first)
        words = (site.first, site.after)
        if not site.cue.addressing:
            outcome.found.append(Found(site.cue.kind, subject.phrases, words, begin, site.last))
            return
        addressed = self.addressed(site.after, site.last, site.cue.kind, inherits=False)
        teller = subject.phrases[0]
        speaks = self.norms[self.index.first_token(teller)] in FIRST_PERSON  # "chúng tôi": whoever says it tells it
        for found in addressed.found:
            found.nameless = self.is_title(teller) and not speaks
            found.cue, found.teller = words, None if speaks or found.nameless else teller
        hopes = site.cue.kind == UndertakingKind.EXPECTATION and not addressed.found
        if hopes and self.of_itself(subject.phrases[0], site.after, site.last):
            outcome.found.append(Found(site.cue.kind, subject.phrases, words, begin, site.last))
            return
        outcome.found += [found for found in addressed.found if not self.hands_over(site, found)]
        outcome.doubts += [(*words, reason) for _, _, reason in addressed.doubts]
