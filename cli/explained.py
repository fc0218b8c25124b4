"""What `camket why` prints of one fact, of what was derived from several, and of a person, body or place."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from camket.cli.console import print_lines

if TYPE_CHECKING:
    from camket.graph.explained.derived import DerivedExplained
    from camket.graph.explained.fact import Derived, FactExplained
    from camket.graph.explained.ground import Entry, Judged
    from camket.graph.explained.sources import Source, Told


def print_node(found: "FactExplained | DerivedExplained") -> None:
    """A fact, or what was derived from several."""
    from camket.graph.explained.fact import FactExplained

    if isinstance(found, FactExplained):
        print_fact(found)
    else:
        print_derived(found)


def print_fact(found: "FactExplained") -> None:
    """A fact: its article, sentence, rule, slots, and what they rest on."""
    print_lines(f"{found.kind} {found.iri}")
    print_lines(_article(found.article))
    words = " ".join(f"{found.passage.before}[{found.passage.clause}]{found.passage.after}".split())
    print_lines("", f"  {words}", "")
    print_lines(f"rule: {found.rule or 'not told'}")
    for slot in found.slots:
        where = {"clause": "in the clause", "context": f"from “{slot.words}”", "": ""}[slot.where]
        print_lines(f"{slot.name}: {slot.value}{f' ({slot.iri})' if slot.iri else ''}{f', {where}' if where else ''}")
    for words in found.completed:
        print_lines(f"completed from: “{words}”")
    print_ground(found.reference, found.judgements)
    for one in found.derived:
        print_lines(_derived(one))


def print_derived(found: "DerivedExplained") -> None:
    """What `graph/identity` says of something, and the facts it rests on."""
    print_lines(f"{found.kind} {found.iri}".strip())
    _print_said(found)
    print_ground(found.reference, found.judgements)


def _print_said(found: "DerivedExplained") -> None:
    for said in found.said:
        if said.name == "joins" and not said.forward:
            continue  # told mention by mention after this
        value = said.value if said.iri is None or said.value == said.iri else f"{said.value} ({said.iri})"
        print_lines(f"{'' if said.forward else '← '}{said.name}: {value}")
    for told in found.rests_on:
        print_lines(f"rests on: {_told(told)}")


def print_ground(reference: "Iterable[Entry]", judgements: "Iterable[Judged]") -> None:
    """Entries of the reference data, and judgements."""
    for entry in reference:
        days = f", {entry.since or '…'} to {entry.until or '…'}" if entry.since or entry.until else ""
        print_lines(f"reference data: {entry.name} ({entry.iri}){days}{f', {entry.sources}' if entry.sources else ''}")
    for judged in judgements:
        by = f" by {judged.by}" if judged.by else ""
        print_lines(
            f"judgement: {judged.verdict}{by}, of {judged.concerns}{f': {judged.because}' if judged.because else ''}"
        )


def _article(article: "Source") -> str:
    parts = (article.published, article.outlet, article.title, article.url)
    return f"article: {article.id}{''.join(f' · {part}' for part in parts if part)}"


def _derived(one: "Derived") -> str:
    if one.because:
        return f"linked, because {one.because} ({one.node})"
    return f"{'' if one.forward else '← '}{one.name}: {_told(one.told) if one.told else one.node}"


def _told(told: "Told") -> str:
    return f"{told.article}, {told.published or 'undated'}: “{' '.join(told.words.split())}” ({told.iri})"
