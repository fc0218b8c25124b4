"""What is said of the life of undertakings in `graph/identity`: the link itself, and a node that says why."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from camket.graph.facts import Comparator
from camket.graph.identity.layer import Triple
from camket.graph.identity.life.arithmetic import Met, Reckoning
from camket.graph.identity.life.deed import Figure
from camket.graph.identity.life.step import Because, Relation, Step
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.terms import boolean, ck, decimal, iri, segment, string

STEP: Final = ck("LifeStep")
LATER: Final = ck("laterFact")
EARLIER: Final = ck("earlierFact")
RELATION: Final = ck("relation")
GROUND: Final = ck("ground")
BECAUSE: Final = ck("because")
EARLIER_DUE: Final = ck("earlierDue")
LATER_DUE: Final = ck("laterDue")
RECKONING: Final = ck("reckoning")
RECKONING_CLASS: Final = ck("Reckoning")
TARGET_VALUE: Final = ck("targetValue")
TARGET_UPPER: Final = ck("targetUpperValue")
REACHED: Final = ck("reachedValue")
DIFFERENCE: Final = ck("difference")
MET: Final = ck("met")

SHOWN_PHRASES: Final = 5
"""So many of the phrases that two clauses share are told."""

_SYMBOLS: Final = {
    Comparator.AT_LEAST: "ít nhất ",
    Comparator.MORE_THAN: "trên ",
    Comparator.AT_MOST: "không quá ",
    Comparator.LESS_THAN: "dưới ",
    Comparator.ABOUT: "khoảng ",
}
_GROUNDS: Final = {
    Because.SAME_CONTENT: "cùng bên thực hiện, cùng nội dung",
    Because.SAME_TARGET: "cùng bên thực hiện, cùng chỉ tiêu, cùng kỳ, cùng con số",
    Because.OTHER_DUE: "cùng nội dung, thời hạn khác",
    Because.OTHER_VALUE: "cùng chỉ tiêu, cùng kỳ, con số khác",
    Because.SAID_AGAIN: "cùng nội dung, được đặt ra lại",
    Because.DECLINED: "cùng nội dung, bị từ chối",
    Because.FIGURE: "con số thực hiện so với mục tiêu",
    Because.REPORTED: "cùng nội dung, bài sau cho biết kết quả",
}


def triples(steps: Iterable[Step], base: str, concepts: Concepts) -> Iterator[Triple]:
    """The direct link of each step, and the step with its reason and its arithmetic."""
    for step in steps:
        later, earlier = iri(step.later.node), iri(step.earlier.node)
        yield later, ck(step.relation), earlier
        plain = _step_iri(step, base)
        node = iri(plain)
        yield node, v.TYPE, STEP
        yield node, LATER, later
        yield node, EARLIER, earlier
        yield node, RELATION, ck(step.relation)
        yield node, GROUND, ck(step.because)
        yield node, BECAUSE, string(because(step))
        if step.earlier.due:
            yield node, EARLIER_DUE, string(step.earlier.due)
        if step.later.due:
            yield node, LATER_DUE, string(step.later.due)
        for reckoning in step.reckonings:
            yield from _reckoning(node, plain, reckoning, concepts)


def because(step: Step) -> str:
    """Why a step stands, in words."""
    said = [_GROUNDS[step.because]]
    if step.words and step.because is not Because.FIGURE:
        said.append("cùng có " + ", ".join(_phrases(step)))
    if step.earlier.due and step.later.due and step.relation in (Relation.REVISES, Relation.RENEWS):
        said.append(f"hạn {step.earlier.due} thành {step.later.due}")
    elif step.earlier.due:
        said.append(f"hạn {step.earlier.due}")
    said += [arithmetic(reckoning) for reckoning in step.reckonings]
    return "; ".join(said)


def _phrases(step: Step) -> list[str]:
    """The words that two clauses share, as the earlier has them; those that follow one another are one phrase."""
    found: list[list[str]] = [[]]
    for word in (*step.earlier.words, *step.earlier.topic):
        if word in step.words:
            found[-1].append(word.replace("_", " "))
        elif found[-1]:
            found.append([])
    return list(dict.fromkeys(" ".join(phrase) for phrase in found if phrase))[:SHOWN_PHRASES]


def arithmetic(reckoning: Reckoning) -> str:
    """A reckoning in words: "GRDP: mục tiêu 8 - 8,5 %, thực hiện 8,31 %, chênh +0,31: đạt"."""
    target, reached = reckoning.target, reckoning.reached
    outcome = {Met.YES: "đạt", Met.NO: "chưa đạt", Met.UNKNOWN: "chưa rõ"}[reckoning.met]
    difference = Decimal(reckoning.difference)
    sign = "+" if difference > 0 else ""
    return (
        f"{target.indicator or target.unit}: mục tiêu {_worded(target)}, thực hiện {_worded(reached)}, "
        f"chênh {sign}{_number(difference)}: {outcome}"
    )


def _worded(figure: Figure) -> str:
    until = f" - {_number(Decimal(figure.upper))}" if figure.upper else ""
    symbol = _SYMBOLS.get(Comparator(figure.comparator), "")
    return f"{symbol}{_number(figure.amount)}{until} {figure.unit}".strip()


def _number(value: Decimal) -> str:
    """A number as Vietnamese writes it: 10.420 and 8,31."""
    whole, _, part = format(value, "f").partition(".")
    part = part.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def _step_iri(step: Step, base: str) -> str:
    later, earlier = (deed.node.removeprefix(f"{base}article/") for deed in (step.later, step.earlier))
    return f"{base}step/{_part(later)}_{step.relation}_{_part(earlier)}"


def _part(fact: str) -> str:
    """A fact's IRI as part of a path segment; what is percent-encoded in it already stays as it is."""
    return fact.replace("#", "%23").replace("/", "%2F")


def _reckoning(step: str, plain: str, reckoning: Reckoning, concepts: Concepts) -> Iterator[Triple]:
    target = reckoning.target
    what = " ".join(filter(None, (target.indicator, target.unit, target.change, target.period)))
    node = iri(f"{plain}/{segment(what)}")
    yield step, RECKONING, node
    yield node, v.TYPE, RECKONING_CLASS
    if target.indicator:
        yield node, v.INDICATOR, iri(concepts.indicator(target.indicator))
    yield node, v.COMPARATOR, v.COMPARATORS[Comparator(target.comparator)]
    yield node, v.UNIT, iri(concepts.unit(target.unit))
    yield node, TARGET_VALUE, decimal(target.amount)
    if target.upper:
        yield node, TARGET_UPPER, decimal(Decimal(target.upper))
    yield node, REACHED, decimal(reckoning.reached.amount)
    yield node, DIFFERENCE, decimal(Decimal(reckoning.difference))
    if reckoning.met is not Met.UNKNOWN:
        yield node, MET, boolean(reckoning.met is Met.YES)
