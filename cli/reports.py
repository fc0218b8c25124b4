"""What `camket build` and `camket retract` say when they are done."""

from typing import TYPE_CHECKING

from camket.cli.console import note

if TYPE_CHECKING:
    from camket.graph.build import BuildReport

_FACTS = {
    "holdings": "posts held",
    "events": "events",
    "statements": "statements",
    "undertakings": "undertakings",
    "observations": "observations",
    "abstentions": "sentences in the ledger",
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
    facts = ", ".join(f"{report.facts[name]} {title}" for name, title in _FACTS.items() if report.facts[name])
    return f"{articles}; {facts}" if facts else articles
