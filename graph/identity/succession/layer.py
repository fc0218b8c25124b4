"""Local bodies that are no more, each with what came after it, as far as articles name it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from camket.graph import edtf
from camket.graph.facts import EntityKind
from camket.graph.identity.layer import Item, Reading, Triple
from camket.graph.identity.succession.history import History, Step
from camket.graph.identity.succession.local_bodies import LocalBodies, LocalBody
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import iri


class Succession:
    """`ck:succeededBy` and `ck:endedBy` of the local bodies that articles name.

    A block holds the bodies that in the end became one: those of one kind in one place after all changes; a body that
    nothing took the place of has its own. Nothing is made up: the successor is the first in line that an article names.
    """

    name = "succession"

    def __init__(self, reference: ReferenceData) -> None:
        self._bodies = LocalBodies(reference)
        self._history = History(reference)

    def items(self, reading: Reading) -> Iterator[tuple[str, Item]]:
        """Of each local body, but for the reference data's, its IRI, kind and place and the article's date."""
        for entity in reading.facts.entities:
            if entity.kind is EntityKind.BODY and entity.reference is None:
                body = self._bodies.read(entity.name)
                if body is not None:
                    node = reading.names[entity.key]
                    yield self._block(node, body), [node, body.kind, body.place, reading.published]

    def triples(self, block: str, items: Sequence[Item]) -> Iterator[Triple]:
        """What the bodies of a block that are no more were ended and succeeded by."""
        named = _Named((node, LocalBody(kind, place), published) for node, kind, place, published in items)
        for node, body in sorted(named.bodies):
            for step in self._history.after(body):
                yield iri(node), v.ENDED_BY, iri(step.change)
                successor = named.after(step, node)
                if successor:
                    yield iri(node), v.SUCCEEDED_BY, iri(successor)
                    break

    def _block(self, node: str, body: LocalBody) -> str:
        steps = self._history.after(body)
        last = steps[-1].body if steps else body
        return f"{last.kind} {last.place}" if last else node


class _Named:
    """The bodies of a block as articles name them."""

    def __init__(self, items: Iterable[tuple[str, LocalBody, str]]) -> None:
        self.bodies: set[tuple[str, LocalBody]] = set()
        self._times: dict[LocalBody, Counter[str]] = {}
        self._latest: dict[str, str] = {}
        for node, body, published in items:
            self.bodies.add((node, body))
            self._times.setdefault(body, Counter())[node] += 1
            latest = edtf.last_day(published).isoformat() if published else ""
            self._latest[node] = max(self._latest.get(node, ""), latest)

    def after(self, step: Step, node: str) -> str | None:
        """The body that a step leads to, as articles name it most often; one that is new only if named since then."""
        times: Counter[str] = self._times.get(step.body, Counter()) if step.body else Counter()
        found = [body for body in times if body != node and (not step.new or self._latest[body] >= step.day)]
        return min(found, key=lambda body: (-times[body], body), default=None)
