"""What became of an undertaking, as the index keeps and asks for it: the rules are those of `identity/life/status.py`.

The outcome follows from the links alone and is kept in the index; the status is worked out when somebody asks.
"""

from typing import Final

from camket.graph.identity.life.relation import Relation
from camket.graph.identity.life.status import RESTATED, STEPS, Status, outcome_of, status_on, step_of

__all__ = ["RESTATED", "RESTATES", "STEPS", "Status", "outcome_of", "status_on", "step_of"]

RESTATES: Final = Relation.RESTATES.value
