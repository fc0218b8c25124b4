"""Commitments as files to be saved: all that is chosen, in the order in which it is shown."""

import io
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Final, NamedTuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from camket.graph.export.csv import csv_lines
from camket.graph.export.tables import Table
from camket.graph.export.xlsx import write_xlsx
from camket.graph.search import commitments, schema
from camket.graph.search.facts import ToldFact
from camket.graph.search.lives import Became
from camket.graph.server.api import parameters
from camket.graph.server.context import Context

COLUMNS: Final = (
    "kind", "who", "what", "number", "due", "status", "reported", "reported by", "report", "to", "said by",
    "condition", "cue", "outlet", "published", "headline", "article", "url", "evidence",
)  # fmt: skip
MOST_IN_CSV: Final = 1_000_000
MOST_IN_XLSX: Final = 20_000
"""So many rows a workbook is made of: more take longer than somebody waits."""

_TITLE: Final = "Cam kết"
_FILE: Final = "camket-commitments"


class Writer(NamedTuple):
    """How a file is made of rows: its media type, the rows it may have, and its bytes in pieces."""

    media_type: str
    most: int
    write: Callable[[Iterator[tuple[str, ...]]], Iterator[bytes]]


def _csv(rows: Iterator[tuple[str, ...]]) -> Iterator[bytes]:
    return (line.encode() for line in csv_lines(COLUMNS, rows))


def _xlsx(rows: Iterator[tuple[str, ...]]) -> Iterator[bytes]:
    book = io.BytesIO()
    write_xlsx(Table(_TITLE, tuple((name, "string") for name in COLUMNS), list(rows)), book)
    yield book.getvalue()


WRITERS: Final = {
    "csv": Writer("text/csv; charset=utf-8", MOST_IN_CSV, _csv),
    "xlsx": Writer("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", MOST_IN_XLSX, _xlsx),
}
"""The files there are, by suffix."""


def route(context: Context, suffix: str) -> Callable[[Request], Response]:
    """A handler that gives the chosen commitments as one of WRITERS."""
    writer = WRITERS[suffix]

    def download(request: Request) -> Response:
        given = request.query_params
        choice, sort = parameters.choice(given), given.get("sort", commitments.NEWEST_FIRST)
        index = schema.read(context.snapshot().index)
        try:
            count = commitments.count(index, choice)
            if count > writer.most:
                raise HTTPException(400, f"{count} rows are too many for one .{suffix} file: choose fewer, or take CSV")
            rows = commitments.every_row(index, choice, sort, writer.most)
        except BaseException:
            index.close()
            raise
        headers = {"Content-Disposition": f'attachment; filename="{_FILE}.{suffix}"'}

        def pieces() -> Iterator[bytes]:
            with closing(index):
                yield from writer.write(_row(row) for row in rows)

        return StreamingResponse(pieces(), media_type=writer.media_type, headers=headers)

    return download


def _row(one: ToldFact) -> tuple[str, ...]:
    article = one["article"]

    def names(role: str) -> str:
        return "; ".join(thing["name"] for thing in one["parts"].get(role, ()))

    return (
        one["kind"],
        names("actor"),
        one["quote"],
        "; ".join(figure["plain"] for figure in one["figures"]),
        one.get("due", ""),
        *_became(one.get("became")),
        names("beneficiary"),
        names("speaker"),
        one.get("condition", ""),
        one.get("cue", ""),
        article["outlet"] or "",
        article["published"] or "",
        article["title"] or "",
        article["id"],
        article["url"] or "",
        one["iri"],
    )


def _became(became: Became | None) -> tuple[str, ...]:
    """The status, and of the latest step its date, its outlet and the fact that tells it."""
    if became is None:
        return ("", "", "", "")
    latest = became["latest"]
    if latest is None:
        return (became["status"], "", "", "")
    return (became["status"], latest["published"] or "", latest["outlet"] or "", latest["iri"])
