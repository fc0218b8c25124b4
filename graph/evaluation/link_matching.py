"""Which found link answers which annotated one."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from camket.graph.evaluation.comparison import Count
from camket.graph.evaluation.likeness import overlap
from camket.graph.evaluation.link_annotations import RELATIONS, Clause, Link, LinkGold
from camket.graph.evaluation.link_answers import LinkAnswers, same_clause
from camket.graph.evaluation.matching import best_pairs

InScope: TypeAlias = Callable[[str], bool]
"""Whether an article counts, by its id."""

_PARTLY: Final = "partlyFulfils"
_WHOLLY: Final = "fulfils"


class MatchedLinks:
    """Found and annotated links side by side, those of articles in scope."""

    def __init__(self, gold: LinkGold, found: LinkAnswers, scope: InScope) -> None:
        self._gold = [link for link in gold.links if _inside(link, scope)]
        self._optional = [link for link in gold.optional if _inside(link, scope)]
        self._found = [
            link
            for link in _told_apart(found.links, gold.relations)
            if _inside(link, scope) and _annotated_between(link, gold.within)
        ]
        self.counts = {relation: Count() for relation in RELATIONS if relation in gold.relations}
        self.errors: list[str] = []
        self._match()
        ends = [end for link in self._found for end in (link.later, link.earlier)]
        self.lookalikes = sum(any(_same_place(end, clause) for end in ends) for clause in gold.lookalikes)

    def whatever_relation(self) -> Count:
        """The counts where it is enough that two clauses are linked, whichever relation is said to hold."""
        return _count(*_matched(self._gold, self._found, self._optional, _same_ends))

    def _match(self) -> None:
        missed, extra, hits = _matched(self._gold, self._found, self._optional, _same_link)
        for relation in self.counts:
            self.counts[relation] = _count(
                *([one for one in links if one.relation == relation] for links in (missed, extra, hits))
            )
        self.errors = [f"- {_words(link)}" for link in missed] + [f"+ {_words(link)}" for link in extra]


def _told_apart(links: Sequence[Link], relations: frozenset[str]) -> list[Link]:
    """Links of the relations that the annotator uses, each once; partly kept is kept where they are not told apart."""
    kept: dict[Link, None] = {}
    for link in links:
        relation = _WHOLLY if link.relation == _PARTLY and _PARTLY not in relations else link.relation
        if relation in relations:
            kept[Link(relation, link.later, link.earlier)] = None
    return sorted(kept, key=lambda one: (one.later.article, one.later.extent, one.earlier.article, one.earlier.extent))


def _inside(link: Link, scope: InScope) -> bool:
    return scope(link.later.article) and scope(link.earlier.article)


def _annotated_between(link: Link, within: Sequence[str]) -> bool:
    return any(link.later.article.startswith(part) and link.earlier.article.startswith(part) for part in within)


def _matched(
    gold: Sequence[Link], found: Sequence[Link], optional: Sequence[Link], alike: Callable[[Link, Link], float]
) -> tuple[list[Link], list[Link], list[Link]]:
    """What was missed, what was made up, and what was found; an optional link that is found is neither."""
    pairs = best_pairs(gold, found, alike)
    hit, right = {i for i, _ in pairs}, {j for _, j in pairs}
    extra = [one for j, one in enumerate(found) if j not in right and not any(alike(o, one) for o in optional)]
    return (
        [one for i, one in enumerate(gold) if i not in hit],
        extra,
        [one for i, one in enumerate(gold) if i in hit],
    )


def _count(missed: Sequence[Link], extra: Sequence[Link], hits: Sequence[Link]) -> Count:
    return Count(hits=len(hits), missed=len(missed), right=len(hits), extra=len(extra))


def _same_link(gold: Link, found: Link) -> float:
    return _same_ends(gold, found) if gold.relation == found.relation else 0


def _same_ends(gold: Link, found: Link) -> float:
    """How many characters the links share at both ends; 0 where one end is another clause."""
    ends = ((gold.later, found.later), (gold.earlier, found.earlier))
    if not all(_same_place(one, other) for one, other in ends):
        return 0
    return sum(overlap(one.extent, other.extent) for one, other in ends)


def _same_place(one: Clause, other: Clause) -> bool:
    return one.article == other.article and same_clause(one.extent, other.extent)


def _words(link: Link) -> str:
    later, earlier = (f"{one.article} «{one.words}»" for one in (link.later, link.earlier))
    return f"{link.relation}: {later} -> {earlier}"
