"""One article's two accounts compared, kind by kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from camket.graph.evaluation import likeness
from camket.graph.evaluation.account import SLOTS, Account, Amount, Body, Extent, Gathering, Owed, Person, Post, Saying
from camket.graph.evaluation.likeness import any_same, dice, folded, key, overlap, same_name
from camket.graph.evaluation.matching import Found, Gold, best_pairs

COVERED: Final = 0.6
"""A commitment counts from this share of its clause on, wherever exactly the clause ends."""
SAME_CONTENT: Final = 0.5
SAME_VENUE: Final = 0.5


@dataclass(slots=True)
class Count:
    """hits: gold facts that were found; missed: those that were not; right and extra: the same of what was found."""

    hits: int = 0
    missed: int = 0
    right: int = 0
    extra: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.hits + other.hits, self.missed + other.missed, self.right + other.right, self.extra + other.extra
        )


@dataclass(slots=True)
class Comparison:
    """The counts by kind, each slot of what matched as right or wrong, and what was missed (-) or made up (+)."""

    counts: dict[str, Count] = field(default_factory=dict)
    slots: dict[str, list[bool]] = field(default_factory=lambda: {slot: [] for slot in SLOTS})
    errors: list[str] = field(default_factory=list)


def compare(gold: Account, found: Account) -> Comparison:
    """What the annotator's account of an article and the graph's have in common."""
    judge = _Judge(gold, found)
    judge.people()
    judge.bodies()
    judge.posts()
    judge.events()
    judge.statements()
    judge.commitments()
    judge.amounts("measures", gold.measures, found.measures)
    judge.amounts("observations", gold.observations, found.observations)
    return judge.comparison


class _Judge:
    def __init__(self, gold: Account, found: Account) -> None:
        self.gold = gold
        self.found = found
        self.comparison = Comparison()

    def people(self) -> None:
        for gold, found in self._matched("people", self.gold.people, self.found.people, _same_person):
            if gold.rank or found.rank:
                self._slot("rank", folded(gold.rank) == folded(found.rank))

    def bodies(self) -> None:
        for gold, found in self._matched("bodies", self.gold.bodies, self.found.bodies, _same_body):
            if gold.within:
                self._slot("within", any_same(gold.within, found.within))

    def posts(self) -> None:
        def alike(gold: Post, found: Post) -> float:
            if gold.former != found.former or not self._who(gold.holder, found.holder):
                return 0
            return max(likeness.post_likeness(gold.wordings[0], wording) for wording in found.wordings)

        self._matched("posts", self.gold.posts, self.found.posts, alike)

    def events(self) -> None:
        matched = self._matched("events", self.gold.events, self.found.events, self._same_event)
        hits, missed, extra = 0, list[str](), list[str]()
        for gold, found in matched:
            self._slot("event kind", gold.kind == found.kind)
            pairs = best_pairs(gold.participants, found.participants, self._who)
            hits += len(pairs)
            missed += _others(gold.participants, (i for i, _ in pairs))
            extra += _others(found.participants, (j for _, j in pairs))
        told = {id(gold) for gold, _ in matched}
        missed += [who for event in self.gold.events if id(event) not in told for who in event.participants]
        self._note("participants", Count(hits, len(missed), hits, len(extra)), missed, extra)

    def statements(self) -> None:
        def alike(gold: Saying, found: Saying) -> float:
            shared = likeness.shared_part(gold.extent, found.extent)
            return shared if shared >= SAME_CONTENT and self._who(gold.speaker, found.speaker) else 0

        self._matched("statements", self.gold.statements, self.found.statements, alike)

    def commitments(self) -> None:
        """One clause may answer two, and two together one: what counts is how much of each is covered."""
        gold, found = self.gold.commitments, self.found.commitments

        def alike(one: Owed, other: Owed) -> float:
            same = not one.actors or self._anyone(one.actors, other.actors)
            return overlap(one.extent, other.extent) if same else 0

        pairs = best_pairs(gold, found, alike, serves=2)
        hit = {i for i in range(len(gold)) if _covered(gold[i].extent, [found[j].extent for k, j in pairs if k == i])}
        right = {
            j for j in range(len(found)) if _covered(found[j].extent, [gold[i].extent for i, k in pairs if k == j])
        }
        count = Count(len(hit), len(gold) - len(hit), len(right), len(found) - len(right))
        self._note("commitments", count, _others(gold, hit), _others(found, right))
        for i, j in pairs:
            if i in hit and j in right:
                self._slot("commitment kind", gold[i].kind == found[j].kind)
                self._slot("due", gold[i].due == found[j].due)
                self._slot("stated by", self._same_source(gold[i], found[j]))

    def amounts(self, kind: str, gold: Sequence[Amount], found: Sequence[Amount]) -> None:
        for one, other in self._matched(kind, gold, found, self._same_amount):
            self._slot("comparator", one.operator == other.operator)
            if one.change:
                self._slot("change", one.change == other.change)
            if one.period or other.period:
                self._slot("period", one.period == other.period)

    def _same_event(self, gold: Gathering, found: Gathering) -> float:
        if gold.date and (found.date or "")[: len(gold.date)] != gold.date:
            return 0
        places = bool(gold.place and found.place)
        if places and dice(gold.place or "", found.place or "") < SAME_VENUE:
            return 0
        shared = sum(bool(self._anyone((who,), found.participants)) for who in gold.participants)
        if gold.participants and not shared:
            return 0
        agreed = (gold.date == found.date) + places + (gold.kind == found.kind)
        return 1 + shared / (1 + len(gold.participants) + len(found.participants)) + 0.1 * agreed

    def _same_amount(self, gold: Amount, found: Amount) -> float:
        words, others = set(folded(gold.indicator).split()), set(folded(found.indicator).split())
        apart = gold.extent and found.extent and gold.extent != (0, 0) and not overlap(gold.extent, found.extent)
        if apart or not words & others or not likeness.same_amount(gold, found):
            return 0
        if gold.of and not self._anyone(gold.of, found.of):
            return 0
        return len(words & others) / len(words | others)

    def _same_source(self, gold: Owed, found: Owed) -> bool:
        if gold.stated_by:
            return self._anyone(gold.stated_by, found.stated_by) > 0
        return not found.stated_by or self._anyone(gold.actors, found.stated_by) > 0

    def _who(self, gold: str, found: str) -> int:
        """2 for the same name, 1 where the two accounts know the one by a name of the other, else 0."""
        if same_name(gold, found):
            return 2
        return int(any_same(_other_names(gold, self.gold), _other_names(found, self.found)))

    def _anyone(self, gold: Iterable[str], found: Sequence[str]) -> int:
        return max((self._who(one, other) for one in gold for other in found), default=0)

    def _matched(
        self, kind: str, gold: Sequence[Gold], found: Sequence[Found], alike: Callable[[Gold, Found], float]
    ) -> list[tuple[Gold, Found]]:
        pairs = best_pairs(gold, found, alike)
        missed, extra = _others(gold, (i for i, _ in pairs)), _others(found, (j for _, j in pairs))
        self._note(kind, Count(len(pairs), len(missed), len(pairs), len(extra)), missed, extra)
        return [(gold[i], found[j]) for i, j in pairs]

    def _note(self, kind: str, count: Count, missed: Sequence[Any], extra: Sequence[Any]) -> None:
        self.comparison.counts[kind] = count
        self.comparison.errors += [f"- {kind}: {one}" for one in missed] + [f"+ {kind}: {one}" for one in extra]

    def _slot(self, slot: str, right: bool) -> None:
        self.comparison.slots[slot].append(right)


def _same_person(gold: Person, found: Person) -> float:
    full, name = key(gold.names[0]), key(found.names[0])
    if full == name:
        return 2
    return float(full in map(key, found.names) or name in map(key, gold.names))


def _same_body(gold: Body, found: Body) -> float:
    if key(gold.names[0]) == key(found.names[0]):
        return 3
    return 2 if same_name(gold.names[0], found.names[0]) else float(any_same(gold.names, found.names))


def _other_names(name: str, account: Account) -> list[str]:
    called = [one.names for one in account.people] + [one.names for one in account.bodies]
    return [name, *(other for names in called if any_same((name,), names) for other in names)]


def _covered(extent: Extent, others: Iterable[Extent]) -> bool:
    length = extent[1] - extent[0]
    return length > 0 and sum(overlap(extent, other) for other in others) >= COVERED * length


def _others(facts: Sequence[Gold], indices: Iterable[int]) -> list[Gold]:
    left_out = set(indices)
    return [fact for i, fact in enumerate(facts) if i not in left_out]
