"""The layer of posts in time: `ck:Tenure`, `ck:TenureConflict` and `ck:PostResolution`."""

from collections.abc import Iterator, Sequence
from typing import Final

from camket.graph.identity.layer import Item, Reading, Triple
from camket.graph.identity.tenures.attestations import Attestation, Nameless, items, sorted_out
from camket.graph.identity.tenures.holders import Holders
from camket.graph.identity.tenures.posts import Posts
from camket.graph.identity.tenures.timeline import Tenure, order, tenures
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.reference import ReferenceData
from camket.graph.rdf.terms import ck, date, day, iri

_POST_FOLDER: Final = "post/"


class Tenures:
    """Who held a post when, by all articles. A block is a post: a role in a body, or a role that alone names one."""

    name = "tenures"

    def __init__(self, base: str, reference: ReferenceData) -> None:
        self._base = base
        self._posts = Posts(base, reference)

    def items(self, reading: Reading) -> Iterator[tuple[str, Item]]:
        """The holdings of an article, and the nameless holders it has facts of."""
        return items(reading, self._posts)

    def triples(self, block: str, items: Sequence[Item]) -> Iterator[Triple]:
        """The tenures of a post; where one person at a time holds it also their order and who the nameless were."""
        held, nameless = sorted_out(list(items))
        role, _, body = block.partition(" ")
        found = tenures(held)
        named = {one.post for one in nameless} if not body else None
        for tenure in found:
            yield from self._tenure(tenure, role, body, named)
        if self._posts.is_single(role, body):
            yield from self._order(found, role, body)
            yield from self._holders(held, nameless)

    def _tenure(self, tenure: Tenure, role: str, body: str, named: set[str] | None) -> Iterator[Triple]:
        """A tenure. named: the posts that are things of the graph; None: all are, since every post of a body is."""
        node = self._node("tenure", role, body, tenure.person)
        yield node, v.TYPE, v.TENURE
        yield node, v.HOLDER, iri(tenure.person)
        yield node, v.ROLE, iri(role)
        if body:
            yield node, v.ORGANIZATION, iri(body)
        for told in tenure.attestations:
            yield node, v.RESTS_ON, iri(told.fact)
            if named is None or told.post in named:
                yield node, v.POST, iri(told.post)
        if tenure.first and tenure.last:
            yield node, v.FIRST_ATTESTED, date(tenure.first.published)
            yield node, v.LAST_ATTESTED, date(tenure.last.published)
            yield node, v.DATE_FROM, day(tenure.first.first.isoformat())
            yield node, v.DATE_BY, day(tenure.last.last.isoformat())
        if tenure.left:
            yield node, v.LEFT_BY, date(tenure.left.published)

    def _order(self, found: Sequence[Tenure], role: str, body: str) -> Iterator[Triple]:
        successions, conflicts = order(found)
        for before, after in successions:
            one, other = (self._node("tenure", role, body, tenure.person) for tenure in (before, after))
            yield one, v.FOLLOWED_BY, other
            yield other, v.PRECEDED_BY, one
        for before, after in conflicts:
            node = self._node("conflict", role, body, before.person, after.person)
            yield node, v.TYPE, v.TENURE_CONFLICT
            for tenure in (before, after):
                yield node, v.BETWEEN, self._node("tenure", role, body, tenure.person)

    def _holders(self, held: Sequence[Attestation], nameless: Sequence[Nameless]) -> Iterator[Triple]:
        holders = Holders(told for told in held if told.published)
        for one in nameless:
            holder = holders.find(one)
            if holder:
                post = one.post.removeprefix(self._base + _POST_FOLDER)
                node = iri(f"{one.article}#holder={post}")
                yield node, v.TYPE, v.POST_RESOLUTION
                yield node, v.WAS_DERIVED_FROM, iri(one.article)
                yield node, v.POST, iri(one.post)
                yield node, v.HOLDER, iri(holder.person)
                yield node, v.BASIS, ck(holder.basis)
                for fact in holder.facts:
                    yield node, v.RESTS_ON, iri(fact)

    def _node(self, folder: str, role: str, body: str, *people: str) -> str:
        """`tenure/Lê_Văn_Thuấn/Chủ_tịch/UBND_tỉnh_Thanh_Giang`."""
        names = [name.removeprefix(self._base).partition("/")[2] for name in (*people, role, *([body] if body else []))]
        return iri(f"{self._base}{folder}/{'/'.join(names)}")
