"""What came after local bodies that are no more: mergers of provinces and of departments, the end of the districts."""

from camket.graph.identity.succession.layer import Succession

__all__ = ["Succession"]
