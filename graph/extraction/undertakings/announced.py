"""What somebody sets as a list: "Ông chốt ba việc: ...; ...", "Tỉnh ấn định mốc mới: ...", "Lịch được đặt lại: ..."."""

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.text.cue_words import begins_action
from camket.graph.extraction.text.cues import words
from camket.graph.extraction.undertakings.found import Found, Outcome, Voice
from camket.graph.extraction.undertakings.goals import GoalReader
from camket.graph.facts import EntityKind, UndertakingKind

MAX_ANNOUNCING = 14
"""Tokens before the colon."""
MIN_LISTED = 4
"""Tokens after it."""
_OWNING = frozenset({EntityKind.BODY, EntityKind.PLACE})
_ACTING = _OWNING | {EntityKind.GROUP}


class AnnouncementReader(GoalReader):
    """Reads the first of what is listed after such a colon; the others are clauses of their own."""

    def announced(self, outcome: Outcome, start: int, last: int, voice: Voice) -> bool:
        """Whether the clause announces a list with a number or a day to come; its first part is then found."""
        colon = next((i for i in range(start, min(last, start + MAX_ANNOUNCING)) if self.norms[i] == ":"), last)
        if last - colon <= MIN_LISTED:
            return False
        cue = self._announcing(start, colon)
        told = self.reading.quantities_in(self.reading.span(colon + 1, last)) or self.to_come(colon + 1, last)
        owner = self._announcer(start, colon, voice) if cue and told else None
        actors = (self._listed_actors(colon + 1, last) or ([owner] if owner else [])) if told else []
        if cue is None or not actors:
            return False
        found = Found(UndertakingKind.GOAL, actors, cue, colon + 1, last, rule="announced")
        found.frame = (start, colon)
        outcome.found.append(found)
        return True

    def _announcing(self, first: int, colon: int) -> tuple[int, int] | None:
        """The tokens of the word that announces, where it has its noun; or of "các con số khác"."""
        noun = any(True for _ in words("undertakings", "announced", "nouns").among(self.norms, range(first, colon)))
        for key in ("other", "verbs") if noun else ("other",):
            table = words("undertakings", "announced", key)
            for token in table.among(self.norms, range(first, colon)):
                found = table.at(self.norms, token)
                if found:
                    return token, token + found[0]
        return None

    def _announcer(self, start: int, colon: int, voice: Voice) -> Phrase | None:
        """Whose it is: the subject before the colon, or the body he speaks for; else who set the last goal."""
        leading = self.leading_subject(start, colon)
        if leading is None:
            return self.setter or voice.body
        who = leading.phrases[0]
        if who.kind in _OWNING:
            return who
        body = self.body_of(who.entity)
        return Phrase(who.span, who.span, body, EntityKind.BODY, "pronoun") if body else None

    def _listed_actors(self, first: int, last: int) -> list[Phrase]:
        """Whoever a listed part names for it: "Bộ trình ...", "nhà thầu phải nâng ..."."""
        leading = self.leading_subject(first, last)
        if leading is None or leading.phrases[0].kind not in _ACTING:
            return []
        verb = self.index.last_token(leading.phrases[-1]) + 1
        return leading.phrases if begins_action(self.norms, self.past_time(verb, last), last) else []
