"""A promise's page in the terminal: what it says and names, its status, and each step of its life with the reason."""

from typing import TYPE_CHECKING

from camket.cli import console

if TYPE_CHECKING:
    from camket.graph.views.promise import PromisePage
    from camket.graph.views.steps import Step


def print_promise(page: "PromisePage", limit: int) -> None:
    """The whole page, at most `limit` rows to a part."""
    from rich.text import Text

    from camket.cli.page import print_labels, print_part

    one = page.life.undertaking
    with console.out() as out:
        out.print(Text(f"{', '.join(one.who)}: {one.words}" if one.who else one.words, style="bold"))
        out.print(Text(one.kind))
        out.print(Text(one.iri, style="dim"))
        print_labels(
            out,
            ("status", [page.life.status.told]),
            ("due", [one.due] if one.due else []),
            ("number", [f"{figure.indicator} {figure}" for figure in one.figures]),
            ("to", one.to),
            ("said by", one.by),
            ("post held by", [f"{holder} ({post})" for post, holder in page.holders]),
            ("if", [one.condition] if one.condition else []),
            ("names", page.names),
            ("lacks", page.lacks),
            ("confirmed by", [editor or "an editor" for editor in page.confirmed]),
            ("article", [_article(page)]),
        )
        earlier = [
            (_when(told.published, told.article), _step(told.step, told.words, told.because)) for told in page.takes_up
        ]
        print_part(out, "Takes up", earlier, limit)
        print_part(out, "What became of it", [_became(step) for step in page.life.steps], limit)


def _article(page: "PromisePage") -> str:
    one = page.life.undertaking
    return " · ".join(filter(None, (one.article, one.published, page.source.outlet, one.title, page.source.url)))


def _became(step: "Step") -> tuple[str, str]:
    told = f"moved to {step.due}" if step.step == "moved" else step.step
    return _when(step.published, step.article), _step(told, step.words, step.because)


def _step(told: str, words: str, because: str | None) -> str:
    return f"[{told}] {words}" + (f" ({because})" if because else "")


def _when(published: str | None, article: str) -> str:
    return f"{published or ''} {article}".strip()
