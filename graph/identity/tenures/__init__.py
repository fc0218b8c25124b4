"""Posts in time: who held a post no later and no earlier than which day, who came next, who a nameless holder was."""

from camket.graph.identity.tenures.layer import Tenures

__all__ = ["Tenures"]
