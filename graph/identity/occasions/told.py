"""What is said of an occasion in `graph/identity`: its name, why its reports were joined, what they disagree on."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from camket.graph.extraction.text.cues import lexicon
from camket.graph.identity.layer import Triple
from camket.graph.identity.occasions.joining import Occasion
from camket.graph.identity.occasions.parties import Likeness
from camket.graph.identity.occasions.report import Report
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.iris import named
from camket.graph.rdf.terms import ck, day, iri, string, vietnamese

OCCASION: Final = ck("Occasion")
REPORTS: Final = ck("reports")
BECAUSE: Final = ck("because")
SHARED: Final = ck("sharedParticipant")
DISAGREES: Final = ck("disagreesOn")


def triples(occasions: Sequence[Occasion], base: str) -> Iterator[Triple]:
    """All that is said of the occasions of one month."""
    for occasion, name in zip(occasions, _names(occasions), strict=True):
        node = iri(named("occasion", name, base))
        label = _label(_head(occasion))
        yield node, v.TYPE, OCCASION
        yield node, v.PREF_LABEL, vietnamese(label)
        yield node, v.LABEL, string(label)
        yield node, v.DATE_FROM, day(min(r.start for r in occasion.reports if r.is_dated))
        yield node, v.DATE_BY, day(max(r.last for r in occasion.reports if r.is_dated))
        for report in occasion.reports:
            yield iri(report.node), REPORTS, node
        for shared in occasion.shared:
            yield node, BECAUSE, string(_because(shared))
            for who in shared.people | shared.bodies:
                if who.startswith(base):
                    yield node, SHARED, iri(who)
        for prop in _disagreements(occasion.reports):
            yield node, DISAGREES, prop


def _head(occasion: Occasion) -> Report:
    """The earliest report that says the day: it names the occasion."""
    return next(report for report in occasion.reports if report.is_dated)


def _names(occasions: Sequence[Occasion]) -> list[str]:
    """A name for each, from its earliest evidence; namesakes of one day get the article that tells of them first."""
    heads = [_head(occasion) for occasion in occasions]
    names = [f"{head.start} {_label(head)}" for head in heads]
    for more in (lambda head: head.article, lambda head: f"{head.article}, {head.offset}"):
        count = Counter(names)
        names = [f"{name} ({more(head)})" if count[name] > 1 else name for name, head in zip(names, heads, strict=True)]
    return names


def _label(report: Report) -> str:
    kind = lexicon("occasions")["kinds"][report.kind]
    return " ".join([kind, " và ".join(report.parties)]).strip()


def _because(shared: Likeness) -> str:
    """Why two reports were joined, in words."""
    taking_part = sorted(_readable(who) for who in shared.people | shared.bodies)
    roots = sorted(_readable(root) for root in shared.roots)
    said = [f"cùng có {', '.join(taking_part)}"] if taking_part else []
    said += [f"cùng bên {', '.join(roots)}"] if roots else []
    return "; ".join(["cùng ngày, loại sự kiện hợp nhau", *said])


def _readable(who: str) -> str:
    return who.rsplit("/", 1)[-1].replace("_", " ")


def _disagreements(reports: Iterable[Report]) -> Iterator[str]:
    """The properties for which the reports give different values; one that says nothing disagrees with nobody."""
    told = list(reports)
    for prop, values in (
        (v.TYPE, {report.kind for report in told}),
        (v.START_DATE, {report.start for report in told if report.is_dated}),
        (v.END_DATE, {report.last for report in told if report.is_dated}),
        (v.LOCATION, {report.location for report in told}),
        (v.CHAIR, {report.chair for report in told}),
    ):
        if len(values - {""}) > 1:
            yield prop
