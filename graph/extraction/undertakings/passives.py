"""What "sẽ được" be done, and who sees to it."""

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.text.clause_words import uses_of
from camket.graph.extraction.text.cue_words import begins_action
from camket.graph.extraction.undertakings.found import Found, Outcome, Site
from camket.graph.extraction.undertakings.refusals import RefusalReader
from camket.graph.facts import EntityKind, Reason

_SELVES = frozenset({"em", "anh", "chị", "bạn", "cháu", "con", "tôi", "mình", "họ", "ông", "bà"})


class PassiveReader(RefusalReader):
    """Reads clauses whose subject is not the one who acts."""

    def read_passive(self, outcome: Outcome, site: Site, marker: int) -> None:
        """ "Việc này sẽ được Sở X làm xong ...": whoever is named after the passive marker does it."""
        agent = self.index.begin.get(marker + 1)
        if agent and self.norms[marker] == "do" and self._names_function(agent, site.last):
            agent = None
        if agent is None and (answers := self._answers(site, marker)):
            outcome.found.append(Found(site.cue.kind, [answers], (site.first, site.after), site.start, site.last))
            return
        if agent is None or (agent.kind == EntityKind.PLACE and self.norms[marker] != "được"):
            outcome.doubt(site, Reason.NO_ACTOR)
            return
        outcome.found.append(Found(site.cue.kind, [agent], (site.first, site.after), site.start, site.last))

    def _answers(self, site: Site, marker: int) -> Phrase | None:
        """ "Gói thầu sẽ được đấu thầu lại", says its director: the body he speaks for will see to it."""
        body = site.voice.body
        subject = self.index.before(site.first, site.floor)
        they = self.norms[site.start] in _SELVES or self.norms[site.start : site.start + 2] == ["chúng", "ta"]
        named = subject is not None and subject.phrases[0].kind in {EntityKind.PERSON, EntityKind.POST}
        uses = marker + 1 < site.last and uses_of().at(self.norms, marker + 1) is not None
        acts = self.norms[marker] == "được" and not uses and begins_action(self.norms, marker + 1, site.last)
        return body if body and body.kind == EntityKind.BODY and acts and not (they or named) else None

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
