"""An occasion's page in the terminal: who tells of it, on what they disagree, and what was promised there."""

from typing import TYPE_CHECKING

from camket.cli import console

if TYPE_CHECKING:
    from camket.graph.views.lives import Life
    from camket.graph.views.occasion import Difference, OccasionPage, Report


def print_occasion(page: "OccasionPage", limit: int) -> None:
    """The whole page, at most `limit` rows to a part."""
    from rich.text import Text

    from camket.cli.page import print_labels, print_part

    with console.out() as out:
        out.print(Text(page.name, style="bold"))
        out.print(Text("occasion"))
        out.print(Text(page.iri, style="dim"))
        days = [page.since or ""] if page.since == page.until else [f"{page.since} to {page.until}"]
        print_labels(out, ("on", days))
        print_part(out, "Told by", [_report(report) for report in page.reports], limit)
        print_part(out, "They disagree on", [_difference(one) for one in page.differences], limit)
        print_part(out, "Taken for one because", [("", because) for because in page.because], limit)
        print_part(out, "Promised or asked there", [_said(life) for life in page.said], limit)


def _report(report: "Report") -> tuple[str, str]:
    parties = (("chair", report.chair), ("place", report.location), ("took part", report.attendees))
    told = "; ".join(f"{label}: {', '.join(names)}" for label, names in parties if names)
    source = " ".join(filter(None, (report.published, report.article, report.outlet)))
    return source, f"[{report.kind}] {report.words}" + (f" ({told})" if told else "")


def _difference(one: "Difference") -> tuple[str, str]:
    return one.what, "; ".join(f"{account.says} ({', '.join(account.articles)})" for account in one.accounts)


def _said(life: "Life") -> tuple[str, str]:
    from camket.cli.page import undertaken

    when, words = undertaken(life.undertaking, "")
    return when, f"{words}: {life.status.told}"
