"""Negated cues: what somebody declines to promise; and where the words of an undertaking give way to the next."""

from functools import cache

from camket.graph.extraction.text.cue_words import elliptical, negations, refusable
from camket.graph.extraction.text.cues import WordTable, words
from camket.graph.extraction.undertakings.announced import AnnouncementReader
from camket.graph.extraction.undertakings.found import Declined, Outcome, Site
from camket.graph.facts import Reason

_JOINTS = frozenset({",", "và", "còn", "song", "nhưng", "đồng", "thời"})


class RefusalReader(AnnouncementReader):
    """Reads what somebody declines."""

    def negated(self, outcome: Outcome, site: Site) -> bool:
        """Whether the cue is negated; then it may be a refusal."""
        length = negations().ending(self.norms, site.first - 1) if site.first > site.start else 0
        if length and refusable(self.norms, site.first, site.after):
            self._decline(outcome, site, site.first - length)
        return length > 0

    def _decline(self, outcome: Outcome, site: Site, first: int) -> None:
        subject = self.index.before(first, site.floor, represented=True)
        branch = first > site.start and branches().ending(self.norms, first - 1) > 0 and site.voice.framed
        if subject is None and not branch and not self.elided(first, site.start):
            outcome.doubts.append((first, site.after, Reason.NO_ACTOR))
            return
        begin = subject.first if subject else first
        self.close(outcome, begin)
        actors = subject.phrases if subject else []
        if not actors and not outcome.found:
            leading = self.leading_subject(site.start, first)
            actors = leading.phrases if leading else []
        elif not actors:
            actors = outcome.found[-1].actors
        outcome.declined.append(Declined(actors, (first, site.after), begin, site.last))

    def close(self, outcome: Outcome, token: int) -> None:
        """Ends the undertaking that is open where the next one's actor begins."""
        if outcome.found and outcome.found[-1].last > token:
            while token - 1 > outcome.found[-1].first and self.norms[token - 1] in _JOINTS:
                token -= 1
            if self.norms[token - 3 : token] == [",", "trong", "đó"]:
                token -= 3
            outcome.found[-1].last = max(token, outcome.found[-1].first + 1)

    def elided(self, token: int, start: int) -> bool:
        """Whether the subject of the verb at `token` is left out: it begins the clause or follows a comma or "và"."""
        return self.after_adverbials(start, token + 1) >= token or elliptical().ending(self.norms, token - 1) > 0


@cache
def branches() -> WordTable[bool]:
    """The words for a branch for which its head speaks."""
    return words("undertakings", "refusal", "branches")
