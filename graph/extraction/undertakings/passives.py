"""What things "sẽ" be or have done to them, and who sees to it."""

from camket.graph.edtf import first_day, last_day
from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.speech.sources import according
from camket.graph.extraction.text.clause_words import changes, uses_of
from camket.graph.extraction.text.cue_words import begins_action, suffers
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.text.group_words import group_length
from camket.graph.extraction.text.verbs import verbs
from camket.graph.extraction.undertakings.called import COMPANY_WORDS
from camket.graph.extraction.undertakings.found import Found, Outcome, Site
from camket.graph.extraction.undertakings.refusals import RefusalReader
from camket.graph.facts import EntityKind, Reason, UndertakingKind

_ANSWERING = frozenset({EntityKind.BODY, EntityKind.PLACE})
MAX_THING = 14
"""Tokens a thing is named by before "sẽ", at most."""
_APART = frozenset({",", ":", "nếu", "khi", "rằng", "là", "ai", "mà"})
_DONE_TO = frozenset({"được", "bị"})
_FORESEEING = frozenset({"dự", "phấn"})  # "dự kiến", "phấn đấu"
_SEEN_TO = (["xong"], ["vào"])  # "làm xong", "đưa vào"
_OUTLET = "MediaBody"
_SELVES = frozenset({"chúng", "em", "anh", "chị", "bạn", "cháu", "con", "tôi", "mình", "họ", "ông", "bà"})


class PassiveReader(RefusalReader):
    """Reads clauses whose subject is not the one who acts."""

    def read_passive(self, outcome: Outcome, site: Site, marker: int) -> None:
        """ "Việc này sẽ được Sở X làm xong ...": whoever is named after the passive marker does it."""
        agent = self.index.begin.get(marker + 1) or self._called_after(marker + 1, site)
        if agent and self.norms[marker] == "do" and self._names_function(agent, site.last):
            agent = None
        if agent is None and (answers := self._answers(site, marker)):
            self._answered(outcome, site, answers)
            return
        if agent is None or (agent.kind == EntityKind.PLACE and self.norms[marker] != "được"):
            outcome.doubt(site, Reason.NO_ACTOR)
            return
        outcome.found.append(
            Found(site.cue.kind, [agent], (site.first, site.after), site.start, site.last, rule="passive-agent")
        )

    def _called_after(self, token: int, site: Site) -> Phrase | None:
        """ "sẽ được | tỉnh xây mới": who is called by his kind alone, right before a verb of doing."""
        for end in (token + 2, token + 1):
            if begins_action(self.norms, end, site.last):
                company = " ".join(self.norms[token:end]) in COMPANY_WORDS
                own = site.voice.body if company and site.voice.framed else None
                known = own if own and own.kind == EntityKind.BODY else self.by_kind(token, end)
                if known:
                    return known
        return None

    def promised(self, outcome: Outcome, site: Site) -> bool:
        """ "Cống được hẹn xong trước 30/4", where a body was speaking: it has promised it; whether it is so."""
        body = self._answering(site)
        told = site.cue.kind == UndertakingKind.PLEDGE and self.norms[site.first - 1] == "được"
        if body is None or not told or self._living(site) or not self.to_come(site.after, site.last):
            return False
        self._answered(outcome, site, body)
        return True

    def _answered(self, outcome: Outcome, site: Site, who: Phrase) -> None:
        cue = (site.first, site.after)
        outcome.found.append(Found(site.cue.kind, [who], cue, site.start, site.last, answered=True, rule="answers-for"))

    def things(self, outcome: Outcome, site: Site) -> bool:
        """ "Các lớp sẽ mở từ tháng 11", says the head of a school: the school will see to it; whether it is so."""
        body = self._answering(site)
        if body is None or self._living(site):
            return False
        if site.cue.kind == UndertakingKind.GOAL:
            return self._foreseen(outcome, site, body)
        if site.cue.spoken:
            return self._due(outcome, site, body)
        if not site.cue.modal or (site.voice.leads and not self.to_come(site.first, site.last)):
            return False
        verb = self.past_adverbs(site.after, site.last)
        if self._is_done_by(verb, site.last):
            self._answered(outcome, site, body)
            return True
        if suffers(self.norms, site.after) or not begins_action(self.norms, verb, site.last):
            return False
        if changes().at(self.norms, verb) and self.norms[verb + 1 : verb + 2] not in _SEEN_TO:
            return False  # "giá sẽ tăng": what is foreseen, but "sẽ làm xong" is seen to
        self._answered(outcome, site, body)
        return True

    def _due(self, outcome: Outcome, site: Site, body: Phrase) -> bool:
        """ "Công trình phải đón bệnh nhân trong nửa đầu năm 2024", says who answers for it: a goal with its day."""
        dates = self.reading.dates_in(self.reading.span(site.start, site.last))
        published = self.reading.document.published
        dated = published is not None and any(first_day(date.edtf) > last_day(published) for date in dates)
        must = self.norms[site.first : site.after] == ["phải"]
        if not (must and dated and (site.voice.framed or site.voice.inherits)):
            return False
        cue = (site.first, site.after)
        found = Found(UndertakingKind.GOAL, [body], cue, site.start, site.last, answered=True, rule="thing-due")
        outcome.found.append(found)
        return True

    def _is_done_by(self, verb: int, last: int) -> bool:
        """ "Gói thầu sẽ xong trước 30/9": that a thing is ready by a day is seen to."""
        return self.completes(verb) and self.to_come(verb, last)

    def _foreseen(self, outcome: Outcome, site: Site, body: Phrase) -> bool:
        """ "Kinh phí dự kiến 21 tỷ đồng", "mức phát thải phấn đấu giảm 15%": a goal of whoever answers for it."""
        counted = self.reading.quantities_in(self.reading.span(site.first, site.last))
        foreseen = self.norms[site.first] in _FORESEEING and counted
        if not (foreseen or site.cue.dated):
            return False  # "gói số 2 không đổi hạn 30/9": a term is kept or moved by whoever answers for the thing
        self._answered(outcome, site, body)
        return True

    def goes_on(self, outcome: Outcome, site: Site) -> bool:
        """ "Cụ thể, sẽ chia vốn cho ba nhóm": whoever told or promised what stands before will; whether it is so.

        Not where the sentence tells who speaks: there its subject may stand before him ("Hội, theo bà X, sẽ ...").
        """
        body = self._answering(site)
        verb = self.past_adverbs(site.after, site.last)
        if body is None or site.voice.framed or not site.cue.modal or not begins_action(self.norms, verb, site.last):
            return False
        self._answered(outcome, site, body)
        return True

    def _living(self, site: Site) -> bool:
        """Whether somebody, or something that acts by itself, is the subject of the cue, and no thing."""
        colon = next((i for i in range(site.first - 1, site.start, -1) if self.norms[i] == ":"), site.start - 1)
        first = self.after_adverbials(colon + 1, site.first)
        named = self.norms[first : site.first]
        if not 0 < len(named) <= MAX_THING or named[0] in _SELVES or not _APART.isdisjoint(named):
            return True
        known = self.index.begin.get(first)
        before = self.index.before(site.first, site.floor)
        if known is None and before and before.phrases[0].kind == EntityKind.PLACE:
            made = first + (self.norms[first] == "toàn")  # "toàn tuyến cao tốc | Hoài An - Lĩnh Sơn"
            before = None if words("assessments", "things").at(self.norms, made) else before
        return bool(known or before) or group_length(self.norms, first) > 0

    def _answering(self, site: Site) -> Phrase | None:
        """The body or place that answers for what things will be; None for an outlet, or where others tell it."""
        body = site.voice.body
        if body is None or body.kind not in _ANSWERING or self.reading.entities[body.entity].category == _OUTLET:
            return None
        told = any(verbs().at(self.norms, i) for i in range(site.start, site.first))
        return None if told or according().at(self.norms, site.start) else body

    def _answers(self, site: Site, marker: int) -> Phrase | None:
        """ "Gói thầu sẽ được đấu thầu lại", says its director: the body he speaks for will see to it."""
        body = self._answering(site)
        subject = self.index.before(site.first, site.floor)
        they = not _SELVES.isdisjoint((self.norms[site.start], self.norms[site.first - 1]))
        named = subject is not None and subject.phrases[0].kind in {EntityKind.PERSON, EntityKind.POST}
        uses = marker + 1 < site.last and uses_of().at(self.norms, marker + 1) is not None
        acts = self.norms[marker] in _DONE_TO and not uses and begins_action(self.norms, marker + 1, site.last)
        return body if body and acts and not (they or named) else None

    def _names_function(self, agent: Phrase, last: int) -> bool:
        """ "do ông X làm trưởng đoàn" tells who he is, not what he will do."""
        return self.norms[min(self.index.last_token(agent) + 1, last - 1)] == "làm"

    def builds_up(self, verb: int, last: int) -> bool:
        """ "Trường sẽ có 500 xe trước 20/11": a number somebody is to have by a date he will have seen to."""
        if self.norms[verb] != "có" or verb + 1 >= last:
            return False
        span = self.reading.span(verb + 1, last)
        counted = self.reading.quantities_in(span)[:1]
        at_once = bool(counted) and self.reading.token_at(counted[0].span.start) == verb + 1
        return at_once and any(date.before for date in self.reading.dates_in(span))
