"""`/api/commitments.ics`: the deadlines of the commitments that are chosen, as a calendar."""

import io
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from camket.graph.export.ics import write_deadlines
from camket.graph.search import commitments
from camket.graph.server.api import parameters
from camket.graph.server.api.reading import opened
from camket.graph.server.context import Context
from camket.graph.views.lives import followed
from camket.graph.views.undertakings import KINDS, Choice, undertakings

MOST: Final = 2000
"""So many deadlines are put into one calendar: nobody's calendar shows more, and the graph is asked for each."""

_FILE: Final = "camket-deadlines.ics"


def routes(context: Context) -> list[BaseRoute]:
    """The route `/api/commitments.ics`."""

    def calendar(request: Request) -> Response:
        choice = parameters.choice(request.query_params)
        with opened(context) as index:
            chosen = commitments.chosen(index, choice)
        if len(chosen) > MOST:
            raise HTTPException(400, f"{len(chosen)} rows are too many for one calendar: choose {MOST} or fewer")
        dataset = context.snapshot().dataset
        found = undertakings(dataset, Choice(kinds=tuple(KINDS), iris=chosen)) if chosen else []
        calendar = io.BytesIO()
        write_deadlines(dataset, followed(dataset, found, choice.on), calendar)
        headers = {"Content-Disposition": f'attachment; filename="{_FILE}"'}
        return Response(calendar.getvalue(), media_type="text/calendar; charset=utf-8", headers=headers)

    return [Route("/api/commitments.ics", calendar)]
