"""Posts as several articles name them: which is which, and whether one person holds it at a time."""

from typing import NamedTuple

from camket.graph.facts import Entity, EntityKind
from camket.graph.rdf import iris
from camket.graph.rdf import vocabulary as v
from camket.graph.rdf.concepts import Concepts
from camket.graph.rdf.reference import ReferenceData

_TRUE = ["true"]


class Post(NamedTuple):
    """A post: the concept of its role, the IRI of its body ("" where the role alone names it), and its own IRI."""

    role: str
    body: str
    iri: str

    @property
    def block(self) -> str:
        """The same for every wording of the role ("TGĐ", "Tổng Giám đốc")."""
        return f"{self.role} {self.body}"


class Posts:
    """Tells posts apart by the roles and bodies of the reference data."""

    def __init__(self, base: str, reference: ReferenceData) -> None:
        self._base = base
        self._concepts = Concepts(base, reference.concepts)
        self._single = {r for r, told in reference.values(v.SINGLE_HOLDER).items() if told == _TRUE}
        self._whole = {r for r, told in reference.values(v.NAMES_POST).items() if told == _TRUE}
        self._heads = {r: [w.casefold() for w in words] for r, words in reference.values(v.HEADS_BODY).items()}
        self._several = {(b, r) for b, roles in reference.values(v.HAS_SEVERAL).items() for r in roles}
        self._bare = {iri for (folder, _), iri in reference.concepts.items() if folder == "role"} - self._whole
        country = base + "place/Việt_Nam"
        self._national = {b for b, places in reference.values(v.JURISDICTION).items() if country in places}

    def find(self, role: str, body: Entity | None, body_iri: str) -> Post | None:
        """The post of a role as worded in a body; None where nobody can tell which post is meant ("Giám đốc")."""
        concept = self._concepts.role(role)
        if body is not None and body.kind is EntityKind.BODY:
            iri = iris.post_iri(role, body, body_iri, self._base)
            alone = concept in self._whole and body_iri in self._national
            return Post(concept, "" if alone else body_iri, iri)
        if concept in self._bare:
            return None
        return Post(concept, "", iris.named("post", iris.concept_name(role), self._base))

    def is_single(self, role: str, body: str) -> bool:
        """Whether one person at a time holds a role in a body, or the role that alone names its post."""
        if role not in self._single or (body, role) in self._several:
            return False
        if not body:
            return role in self._whole
        name = body.rpartition("/")[2].replace("_", " ").casefold()
        return any(name.startswith(word) for word in self._heads.get(role, ("",)))
