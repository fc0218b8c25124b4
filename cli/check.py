"""camket check: whether the graph keeps its promises."""

from typing import Annotated

import typer

from camket.cli.options import DEFAULT_STORE, Store, folder

FAILED = 1


def check(
    no_shapes: Annotated[bool, typer.Option("--no-shapes", help="Leave out SHACL, the slow part.")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Check every quote against the stored text, every shape (SHACL), and that every triple stands in one graph.

    Exit code 1 where something fails; what failed is listed.

    Example: camket check --store camket.store
    """
    from camket.cli.progress import steps
    from camket.graph import api
    from camket.graph.check import check as check_dataset

    dataset = api.open_store(folder(store))
    with steps() as progress:
        report = check_dataset(dataset, shapes=not no_shapes, progress=progress)
    for failure in report.failures:
        print(f"{failure.check}  {failure.where}  {failure.what}")
    failures = len(report.failures)
    compared = report.spans - report.unverifiable
    articles = f"{report.articles} article{'' if report.articles == 1 else 's'}"
    print(f"{articles}, {report.quads} quads, {report.mentions} mentions")
    print(f"{compared} spans compared with the stored text")
    if report.unverifiable:
        print(f"{report.unverifiable} spans of {report.articles_without_text} articles not verifiable: no text stored")
    if report.contradictions:
        print(
            f"articles contradict each other on who holds a post: {report.contradictions} (camket query contradictions)"
        )
    print("shapes checked" if report.shapes_checked else "shapes not checked")
    print("everything holds" if report.conforms else f"{failures} failure{'' if failures == 1 else 's'}")
    if not report.conforms:
        raise typer.Exit(FAILED)
