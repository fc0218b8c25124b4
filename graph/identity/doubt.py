"""What speaks against two being one, and how doubtful that is."""

from collections.abc import Iterator, Sequence
from typing import Final

from camket.graph.identity.bearers import Bearer
from camket.graph.identity.clusters import days_of
from camket.graph.identity.name_data import namesakes
from camket.graph.identity.names import near, spelled
from camket.graph.identity.people import DOUBT
from camket.graph.identity.resolution import Resolved
from camket.graph.identity.territories import TERM_MONTHS, agree, meet, months_between

_SHOWN: Final = 3
_LOOKED_AT: Final = 30  # bearers of each side, of those with hundreds


def against(one: Resolved, other: Resolved, judged: Sequence[str] = ()) -> Iterator[str]:
    """What keeps two apart, in one line each; never nothing. judged: judgements that part them."""
    yield from (f"judged: {line}" for line in judged)
    both = sorted({b.article for b in one.bearers} & {b.article for b in other.bearers})
    if both:
        more = f" and {len(both) - _SHOWN} more" if len(both) > _SHOWN else ""
        yield f"named side by side in {', '.join(both[:_SHOWN])}{more}"
    first, second = one.bearers[0], other.bearers[0]
    if first.folder != second.folder:
        yield f"one is a {first.folder}, the other a {second.folder}"
        return
    if one.reference and other.reference:
        yield f"two entries of the reference data: {one.reference} and {other.reference}"
    yield from _names(first, second)
    places = next(_places(one, other), None)
    if places:
        yield places
    yield (
        "no post, body or region is shared that would be proof enough"
        if first.folder == "person"
        else ("no place is shared that would be proof enough")
    )


def _names(first: Bearer, second: Bearer) -> Iterator[str]:
    if first.folder != "person":
        if spelled(first.folder, first.name) != spelled(second.folder, second.name):
            yield f"two names: {first.name} and {second.name}"
        return
    if spelled("person", first.name) != spelled("person", second.name):
        kind = "near, which is proof only in the same post" if near(first.name, second.name) else "not near"
        yield f"two names, {kind}: {first.name} and {second.name}"
        return
    others = namesakes(spelled("person", first.name))
    if others >= DOUBT:
        yield f"the name proves little: some {others:.1f} others in the news are likely to bear it"


def _places(one: Resolved, other: Resolved) -> Iterator[str]:
    """Places of the two at one time that have nothing in common."""
    for mine in one.bearers[:_LOOKED_AT]:
        for theirs in other.bearers[:_LOOKED_AT]:
            if mine.folder == "person" and months_between(days_of(mine), days_of(theirs)) > TERM_MONTHS:
                continue
            fits = meet if mine.folder == "person" else agree
            here, there = mine.evidence.territories, theirs.evidence.territories
            if here and there and not any(fits(a, b) for a in here for b in there):
                yield (
                    f"two places: {here[0][0]} ({mine.published or 'undated'}, {mine.article})"
                    f" and {there[0][0]} ({theirs.published or 'undated'}, {theirs.article})"
                )
