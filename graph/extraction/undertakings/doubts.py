"""What the words seem to undertake and nobody does: forecasts, things done, actors that only point at somebody."""

from functools import cache

from camket.graph.extraction.reading import Phrase, Reading, SpeechFrame
from camket.graph.extraction.text.cue_words import teams
from camket.graph.extraction.text.cues import WordTable, lexicon, words
from camket.graph.extraction.text.subjects import PhraseIndex
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.extraction.undertakings.first_person import collective
from camket.graph.extraction.undertakings.found import Found
from camket.graph.facts import EntityKind, Reason, UndertakingKind

_PROMISES = frozenset({UndertakingKind.PLEDGE, UndertakingKind.GOAL})
_ALL_OF_US = ["chúng", "ta"]
_LAND = ["nước", "này"]
MAX_POINTING = 4
"""Words of a group that ends with "này" and tells no more of it, at most."""
_TEAMS = frozenset({EntityKind.BODY, EntityKind.GROUP})
_COUNTRY = "country"


class Doubts:
    """Tells of what the clauses of one article gave whether it is to go to the ledger instead."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        self.reading = reading
        self.index = index
        self.norms = reading.norms

    def reason(self, found: Found, said: SpeechFrame | None, left: tuple[str, ...]) -> Reason | None:
        """Why an undertaking that the words seem to tell is none, None where it is one.

        said: who says it. left: the entities that are to act where the clause names none.
        """
        if found.actors and self._foretold(found, said):
            return Reason.FORECAST
        if found.kind == UndertakingKind.GOAL and self._is_done(found):
            return Reason.REPORTED_DONE
        if not self._counted(found) and self._points_back(found, left):
            return Reason.AMBIGUOUS_ACTOR  # a number is worth telling, whosever it is
        vague = any(words("undertakings", "vague").at(self.norms, token) for token in range(found.first, found.last))
        return Reason.HEDGED if vague and found.kind in _PROMISES else None

    def _foretold(self, found: Found, said: SpeechFrame | None) -> bool:
        """Whether it is what others will do: the article foretells it, or a speaker who does not speak for them."""
        if found.kind == UndertakingKind.EXPECTATION:
            return self.norms[self.index.first_token(found.actors[0]) :][:2] == _ALL_OF_US
        if found.kind != UndertakingKind.PLEDGE:
            return False
        if said is None:
            return all(self._owes_nobody(who) for who in found.actors)
        return self._opinion(found, said) or self._of_another_country(found, said)

    def _opinion(self, found: Found, said: SpeechFrame) -> bool:
        """Whether the speaker only thinks that others "sẽ" do it ("ông cho rằng X sẽ ...")."""
        thinks = words("speech", "opinion").at(self.norms, self.reading.token_at(said.cue.start))
        own = {said.speaker, collective(self.reading, said)}
        return thinks is not None and not any(who.entity in own or who.form == "pronoun" for who in found.actors)

    def _owes_nobody(self, who: Phrase) -> bool:
        """Whether the article tells of people without any post, or a team: who plays, sings or comes next.

        They said nothing, and owe nobody anything; of people in office it is what they mean to do.
        """
        if who.kind == EntityKind.PERSON:
            return not self._holds_post(who.entity)
        name = fold(self.reading.entities[who.entity].name).split()
        return who.kind in _TEAMS and teams().at(name, 0) is not None

    def _holds_post(self, person: str) -> bool:
        return any(holding.member == person for holding in self.reading.holdings)

    def _of_another_country(self, found: Found, said: SpeechFrame) -> bool:
        """Whether all its actors are countries, and the speaker speaks for another."""
        levels, entities = self.reading.place_levels, self.reading.entities
        actors = {key for who in found.actors for key in self.reading.members.get(who.entity, (who.entity,))}
        if any(levels.get(key) != _COUNTRY for key in actors):
            return False
        own = self._countries(said.speaker)
        stranger = entities[said.speaker].kind == EntityKind.PERSON and not self._holds_post(said.speaker)
        return (bool(own) or stranger) and own.isdisjoint(actors)

    def _countries(self, speaker: str) -> set[str]:
        """The countries of the article that somebody's posts, or a body's name, tell to be his."""
        entities = self.reading.entities
        posts = [holding for holding in self.reading.holdings if holding.member == speaker and not holding.former]
        bodies = [entities[key] for key in [speaker, *(post.organization for post in posts)] if key in entities]
        told = " | ".join([*(post.role for post in posts), *(body.name for body in bodies if body.key != speaker)])
        if entities[speaker].kind == EntityKind.BODY:
            told = entities[speaker].name
        countries = [key for key, level in self.reading.place_levels.items() if level == _COUNTRY and key in entities]
        named = {key for key in countries if any(name in told for name in (entities[key].name, *entities[key].aliases))}
        return named | {body.jurisdiction for body in bodies if body.jurisdiction in countries}

    def _is_done(self, found: Found) -> bool:
        """Whether its subject "đã" did it, after the goal's cue: "Các chỉ tiêu như sau: quý 3, công ty đã đầu tư"."""
        told = (at for at in range(found.first + 1, found.last) if self.norms[at] == "đã")
        named = (at - 1 in self.index.end or self.reading.words[at - 1][:1].isupper() for at in told)
        return found.cue[1] < found.first and any(named)

    def _counted(self, found: Found) -> bool:
        """Whether it has a number, beside that of "hai nước"."""
        amounts = self.reading.quantities_in(self.reading.span(found.first, found.last))
        return any(not any(who.span.start <= one.span.start < who.span.end for who in found.actors) for one in amounts)

    def _points_back(self, found: Found, left: tuple[str, ...]) -> bool:
        """Whether an actor only points at somebody: a group such as "hai nước", "nhà thầu này".

        Nor is "chúng tôi" one man without a post, who speaks for others that nothing names.
        """
        promises = found.kind in _PROMISES
        groups = [self.reading.slice(who.span) for who in found.actors if self._is_group(who.entity)]
        if not found.actors:
            groups = [self.reading.entities[key].name for key in left if self._is_group(key)]
        one = any(who.kind == EntityKind.PERSON and self._is_we(who) for who in found.actors)
        return (promises and one) or any(_points(fold(group).split(), promises=promises) for group in groups)

    def _is_group(self, key: str) -> bool:
        return self.reading.entities[key].kind == EntityKind.GROUP and key not in self.reading.members

    def _is_we(self, who: Phrase) -> bool:
        we = who.form == "pronoun" and fold(self.reading.slice(who.span)).startswith("chúng ")
        return we and not self._holds_post(who.entity)


def _points(said: list[str], *, promises: bool) -> bool:
    """Whether the words of a group only point at somebody; promises: he is to do it of himself."""
    whose = len(said) > len(_LAND) and said[-len(_LAND) :] == _LAND  # "chính phủ nước này" is told well enough
    if len(said) <= MAX_POINTING and said[-1] in lexicon("groups")["pointing"]["ends"] and not whose:
        return True
    tables = _pointing() if promises else _pointing()[:1]
    return any((hit := table.at(said, 0)) is not None and hit[0] == len(said) for table in tables)


@cache
def _pointing() -> tuple[WordTable[bool], ...]:
    """The groups that only point at somebody; second those that do so as long as nobody else tells them to act."""
    return words("groups", "pointing"), words("groups", "pointing", "of_themselves")
