"""An entity's page in the terminal: a heading, what it is, and one part for each kind of fact."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from camket.cli import console, tenures

if TYPE_CHECKING:
    from rich.console import Console

    from camket.graph.lookup import Match
    from camket.graph.views.entity import EntityPage, Holding, Told
    from camket.graph.views.mentions import Mention
    from camket.graph.views.succession import Change
    from camket.graph.views.undertakings import Undertaking

Lines = list[tuple[str, str]]  # what stands to the left (when, which article), and the words


def print_matches(matches: "Sequence[Match]") -> None:
    """Several things that one name may mean."""
    console.print_table(("name", "kind", "IRI"), [(match.name, match.kind, match.iri) for match in matches])


def print_page(page: "EntityPage", limit: int) -> None:
    """The whole page, at most `limit` rows to a part."""
    with console.out() as out:
        _print_heading(out, page)
        if tenures.is_telling(page.tenures):
            tenures.print_tenures(out, page.tenures, page.name)
        for title, lines in _parts(page):
            print_part(out, title, lines, limit)


def _print_heading(out: "Console", page: "EntityPage") -> None:
    from rich.text import Text

    out.print(Text(page.name, style="bold"))
    what = [page.kind, *page.classes, *([page.english] if page.english else [])]
    out.print(Text(" · ".join(what)))
    out.print(Text(page.iri, style="dim"))
    print_labels(
        out,
        ("also called", page.aliases),
        ("within", page.within),
        ("responsible for", page.jurisdiction),
        ("ended", ["; ".join(_change(change) for change in page.fate.ended)] if page.fate.ended else []),
        ("now", [relative.name for relative in page.fate.successors]),
        ("took over from", [relative.name for relative in page.fate.predecessors]),
    )


def print_labels(out: "Console", *labels: tuple[str, Sequence[str]]) -> None:
    """A line for each label that has values."""
    from rich.text import Text

    for label, values in labels:
        if values:
            out.print(Text(f"{label}: {', '.join(values)}"))


def _change(change: "Change") -> str:
    when = " ".join(filter(None, (change.on, f"({change.source})" if change.source else "")))
    return f"{change.name}, {when}" if when else change.name


def _parts(page: "EntityPage") -> list[tuple[str, Lines]]:
    return [
        ("Posts", [_holding(holding, page.name) for holding in page.posts]),
        ("Ranks", [(f"{rank.attested or ''} {rank.article}".strip(), rank.rank) for rank in page.ranks]),
        ("Commitments", [undertaken(one, page.name) for one in page.commitments]),
        ("Told or hoped to do", [undertaken(one, page.name) for one in page.tasks]),
        ("Without a name", [tenures.resolved(one, page.name) for one in page.resolved]),
        ("Gains by", [undertaken(one, page.name) for one in page.gains]),
        ("Stated for others", [undertaken(one, page.name) for one in page.stated]),
        ("Declined", [_told(one) for one in page.refusals]),
        ("Statements", [_told(one) for one in page.statements]),
        ("Events", [_told(one) for one in page.events]),
        ("What became of it", [_told(one) for one in page.assessments]),
        ("Observed", [_told(one) for one in page.observations]),
        ("Mentioned in", [_mention(one) for one in page.mentions]),
    ]


def print_part(out: "Console", title: str, lines: Lines, limit: int) -> None:
    """A part of a page, at most `limit` rows of it; nothing where it has none."""
    from rich.table import Table
    from rich.text import Text

    if not lines:
        return
    out.print()
    out.print(Text(f"{title} ({len(lines)})", style="bold"))
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=30, style="dim", overflow="fold")
    table.add_column(overflow="fold")
    for left, words in lines[:limit]:
        table.add_row(Text(left), Text(words))
    out.print(table)
    if len(lines) > limit:
        out.print(Text(f"and {len(lines) - limit} more (--limit)", style="dim"))


def _holding(holding: "Holding", name: str) -> tuple[str, str]:
    words = holding.post if holding.who == name else f"{holding.who}: {holding.post}"
    return f"{holding.attested or ''} {holding.article}".strip(), words + (" (former)" if holding.former else "")


def undertaken(one: "Undertaking", name: str) -> tuple[str, str]:
    """When and where an undertaking was told, and what it says, on the page of what is called `name`."""
    others = [who for who in one.who if who != name]
    details = [
        f"number: {', '.join(map(str, one.figures))}" if one.figures else "",
        f"due: {one.due}" if one.due else "",
        f"said by: {', '.join(by for by in one.by if by != name)}" if set(one.by) - {name} else "",
        f"to: {', '.join(one.to)}" if one.to else "",
        f"if: {one.condition}" if one.condition else "",
    ]
    told = "; ".join(detail for detail in details if detail)
    words = f"{', '.join(others)}: {one.words}" if others else one.words
    return f"{one.published or ''} {one.article}".strip(), f"[{one.kind}] {words}" + (f" ({told})" if told else "")


def _told(one: "Told") -> tuple[str, str]:
    numbers = f" ({', '.join(f'{figure.indicator}: {figure}' for figure in one.figures)})" if one.figures else ""
    label = one.kind or one.cue
    return f"{one.on or one.published or ''} {one.article}".strip(), (
        f"[{label}] " if label else ""
    ) + one.words + numbers


def _mention(one: "Mention") -> tuple[str, str]:
    times = f" ({one.times} times)" if one.times > 1 else ""
    return f"{one.published or ''} {one.article}".strip(), (one.quote or one.title or "") + times
