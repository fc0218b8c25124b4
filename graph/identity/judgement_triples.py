"""The judgements in force, as triples of `graph/identity`."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Final

from camket.graph.identity.judgements import Judgement, Verdict
from camket.graph.identity.layer import Triple
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.terms import any_uri, ck, iri, string

VERDICTS: Final = {
    Verdict.SAME: "Same",
    Verdict.DIFFERENT: "Different",
    Verdict.UNSURE: "Unsure",
    Verdict.REJECT: "Rejected",
    Verdict.CONFIRM: "Confirmed",
}
"""The concept of each verdict."""

_DIGITS: Final = 12


def judgement_triples(judgement: Judgement, concerns: Sequence[str], base: str) -> Iterator[Triple]:
    """What one judgement says. concerns: the IRIs of whom, or of the fact, it is about; none: it says nothing now.

    A fact that is rejected is in no graph: it is told by its address.
    """
    if not concerns:
        return
    name = f"{base}judgement/{hashlib.sha256(str(judgement).encode()).hexdigest()[:_DIGITS]}"
    node = iri(name)
    yield node, v.TYPE, v.JUDGEMENT
    yield node, v.VERDICT, ck(VERDICTS[judgement.verdict])
    for one in sorted(set(concerns)):
        if judgement.verdict is Verdict.REJECT:
            yield node, v.REJECTED_FACT, any_uri(one)
        else:
            yield node, v.CONCERNS, iri(one)
        if judgement.verdict is Verdict.CONFIRM:
            yield iri(one), v.CONFIRMED_BY, node
    if judgement.because:
        yield node, v.BECAUSE, string(judgement.because)
    if judgement.by:
        yield node, v.JUDGED_BY, string(judgement.by)
