"""camket why: what led to a fact; why two are one, or two."""

from typing import TYPE_CHECKING, Annotated

import typer

from camket.cli.options import DEFAULT_STORE, Store

if TYPE_CHECKING:
    from camket.graph.judging.why import Side, Why

_FORMATS = ("page", "json")


def why(
    a: Annotated[
        str, typer.Argument(metavar="A", help="A fact (ID#pledge=10,52), an IRI, a name, NAME@ARTICLE or a mention.")
    ],
    b: Annotated[str | None, typer.Argument(metavar="[B]", help="The same of another.")] = None,
    format: Annotated[
        str | None, typer.Option("--format", help="page or json; a page on a terminal, json in a pipe.")
    ] = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Show what led to a fact: article, sentence, rule, reference data, judgements, and for links the facts they join.

    Of two names or mentions, why they are one person, body or place, or are two; of one name all that joins it.

    Example: camket why "bai-1#pledge=10,52"
    Example: camket why "Lê Văn Thuấn@bai-1" "Lê Văn Thuấn@bai-7"
    """
    from camket.cli import console, explained
    from camket.cli.judging import told_apart
    from camket.cli.options import folder
    from camket.graph.explained import ground
    from camket.graph.explained.why import of_node
    from camket.graph.judging import why as reasons
    from camket.graph.store import open_dataset

    chosen = console.chosen_format(format, _FORMATS)
    place = folder(store)
    dataset = open_dataset(place)
    node = of_node(dataset, a) if b is None else None
    if node is not None:
        console.print_json(node) if chosen == console.JSON else explained.print_node(node)
        return
    found = told_apart(lambda: reasons.joins_of(place, a) if b is None else reasons.why(place, a, b))
    things = list(dict.fromkeys((found.one, found.other)))
    reference, judgements = ground.entries(dataset, things), ground.judgements(dataset, things)
    if chosen == console.JSON:
        console.print_json({**console.plain(found), "reference": reference, "judgements": judgements})
    else:
        _print(found)
        explained.print_ground(reference, judgements)


def _print(found: "Why") -> None:
    from camket.cli import console

    if found.same:
        console.print_lines(f"one: {found.one}")
        for step in found.steps:
            console.print_lines("", f"{step.ground}{f': {step.shared}' if step.shared else ''}")
            console.print_lines(_side(step.earlier), _side(step.later))
        if not found.steps:
            console.print_lines("one article alone names it, or all recognise the same entry of the reference data")
        return
    console.print_lines(f"two: {found.one}", f"     {found.other}", "")
    console.print_lines(*(f"- {line}" for line in found.against), "", *map(_side, found.sides))


def _side(side: "Side") -> str:
    tells = f": {'; '.join(side.tells)}" if side.tells else ""
    return f"  {side.name}, {side.published or 'undated'}, {side.mention}{tells}"
