"""Bodies and places called by their kind alone: "trung tâm sẽ ...", "đề nghị thành phố sớm ..."."""

from collections import defaultdict
from functools import cached_property

from camket.graph.extraction.reading import Phrase
from camket.graph.extraction.text.cue_words import begins_action, cue_at
from camket.graph.extraction.text.cues import lexicon, words
from camket.graph.extraction.text.subjects import adverbs
from camket.graph.extraction.text.tokenizer import fold
from camket.graph.extraction.undertakings.places import ClausePlaces
from camket.graph.facts import EntityKind, Span

MAX_BACK = 1500
"""Characters within which a body must have been named for its kind alone to call it."""

MAX_KIND = 5
"""One word more than the words for a kind have at most."""

COMPANY_WORDS = frozenset({"doanh nghiệp", "công ty", "hãng", "tập đoàn"})


class KindActors(ClausePlaces):
    """Finds actors that only the word for their kind names."""

    def called(self, token: int, last: int) -> Phrase | None:
        """The only body of the kind that is called by it right before a verb or an adverb ("bảo tàng cần ...")."""
        found = words("undertakings", "kinds").at(self.norms, token) if token < last else None
        end = token + found[0] if found else last
        if end >= last or not self._verb_at(end, last):
            return None
        return self.by_kind(token, end, sole=True)

    def _verb_at(self, token: int, last: int) -> bool:
        acts = cue_at(self.norms, token) is not None or begins_action(self.norms, token, last)
        return acts or adverbs().at(self.norms, token) is not None

    def by_kind(self, token: int, end: int, *, sole: bool = False) -> Phrase | None:
        """The body or place that its kind alone names ("trung tâm sẽ ...", "xã đặt mục tiêu ...").

        sole: only where the article names no other of that kind.
        """
        kind = " ".join(self.norms[token:end])
        place = self._place(kind)
        if place is None:
            found = words("undertakings", "kinds").at(self.norms, token)
            if found is None or found[0] != end - token:
                return None
            return self._only(token, end) if sole else self.own_body(token)
        return self._put(token, end, place, EntityKind.PLACE)

    @cached_property
    def _named(self) -> dict[tuple[EntityKind, str], list[str]]:
        """The article's bodies and places by the words their names begin with."""
        found: dict[tuple[EntityKind, str], list[str]] = defaultdict(list)
        for entity in self.reading.entities.values():
            if entity.kind in {EntityKind.BODY, EntityKind.PLACE} and entity.mentions:
                begun = fold(entity.name).split()[:MAX_KIND]
                for length in range(1, len(begun)):
                    found[entity.kind, " ".join(begun[:length])].append(entity.key)
        return found

    def _put(self, token: int, end: int, entity: str, kind: EntityKind) -> Phrase:
        span = self.reading.span(token, end)
        phrase = Phrase(span, span, entity, kind, "pronoun")
        self.index.begin[token] = self.index.end[end - 1] = phrase
        return phrase

    def _place(self, kind: str) -> str | None:
        """The place of that level that is spoken of, or the only one that the article names with it."""
        level = lexicon("undertakings")["levels"].get(kind)
        if level is None:
            return None
        key: str | None = self.reading.setting.get(level)
        named = self._named.get((EntityKind.PLACE, kind), [])
        return key or (named[0] if len(named) == 1 else None)

    def _only(self, token: int, end: int) -> Phrase | None:
        """The one body that the article names with the word for its kind, which stands at the tokens."""
        kind = " ".join(self.norms[token:end]).removeprefix("nhà ")
        if kind in lexicon("undertakings")["kinds"]["any"]:
            return None
        named = self._named.get((EntityKind.BODY, kind), [])
        return self._put(token, end, named[0], EntityKind.BODY) if len(named) == 1 else None

    def own_body(self, token: int) -> Phrase | None:
        """The body named last before `token` that the word there calls by its kind ("liên đoàn", "doanh nghiệp")."""
        offset = self.reading.starts[token]
        for phrase in reversed(self.reading.phrases_in(Span(max(0, offset - MAX_BACK), offset))):
            body = self.reading.entities[phrase.entity]
            if phrase.kind != EntityKind.BODY:
                continue
            for length in (2, 1):
                kind = " ".join(self.norms[token : token + length])
                company = body.category == "Company" and kind in COMPANY_WORDS
                if company or fold(body.name).startswith(kind.removeprefix("nhà ") + " "):
                    return self._put(token, token + length, phrase.entity, EntityKind.BODY)
        return None
