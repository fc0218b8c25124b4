"""What `camket build` and `camket retract` say when they are done."""

from typing import TYPE_CHECKING

from camket.cli.console import note

if TYPE_CHECKING:
    from camket.graph.build import BuildReport

_FACTS = {
    "holdings": ("post held", "posts held"),
    "events": ("event", "events"),
    "statements": ("statement", "statements"),
    "undertakings": ("undertaking", "undertakings"),
    "observations": ("observation", "observations"),
    "assessments": ("status assessment", "status assessments"),
    "abstentions": ("sentence in the ledger", "sentences in the ledger"),
}


def print_build(report: "BuildReport", store: str) -> None:
    """What was refused, left out and renamed on standard error; the summary on standard output."""
    for refused in report.refused:
        note(f"refused: {' '.join(str(refused).split())}")
    for line in report.notes:
        note(f"note: {line}")
    for article, fault in report.faults:
        note(f"fact left out: {article}: {fault}")
    print_renamed(report)
    if report.interrupted:
        note("stopped; what was read is in the graph, the same command reads the rest")
    print(_summary(report, store))


def print_renamed(report: "BuildReport") -> None:
    """The IRIs that a namesake's coming or going has changed."""
    for old, new in report.renamed:
        note(f"renamed: {old} is now {new}")


def _summary(report: "BuildReport", store: str) -> str:
    parts = [f"{report.new} new", f"{report.replaced} replaced", f"{report.unchanged} unchanged"]
    if report.refused:
        parts.append(f"{len(report.refused)} refused")
    total = report.read + report.unchanged + len(report.refused)
    articles = f"{store}: {total} article{'' if total == 1 else 's'} ({', '.join(parts)})"
    counted = [(report.facts[name], titles) for name, titles in _FACTS.items() if report.facts[name]]
    facts = ", ".join(f"{count} {titles[count != 1]}" for count, titles in counted)
    return f"{articles}; {facts}" if facts else articles
