"""What a JSON-LD context allows to be written short: the reading of `ontology/context.jsonld` that the writer needs.

Of JSON-LD 1.1 it reads prefixes, keyword aliases, and terms with `@id`, `@type`, `@language` and the containers `@set`
and `@language`; a term that uses more (lists, reversal, scoped contexts) is never used to write with.
"""

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

_READ_KEYS = {"@id", "@type", "@language", "@container", "@protected"}
_READ_CONTAINERS = {"@set", "@language"}
_PREFIX_ENDINGS = ("#", "/", ":", "?")


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the context: the property it stands for and how its values are read."""

    name: str
    type: str | None = None  # "@id", "@vocab" or a datatype
    language: str | None = None
    by_language: bool = False
    always_list: bool = False


def project_context() -> dict[str, Any]:
    """The context of `ontology/context.jsonld`."""
    document = json.loads(files("camket.ontology").joinpath("context.jsonld").read_text(encoding="utf-8"))
    context: dict[str, Any] = document["@context"]
    return context


class Context:
    """A context with the IRI that relative references are resolved against."""

    def __init__(self, context: dict[str, Any], base: str) -> None:
        self.json = {**context, "@base": base}
        self._base = base
        self.default_language: str | None = context.get("@language")
        self._definitions = {name: value for name, value in context.items() if not name.startswith("@") and value}
        self._aliases = {
            value: name for name, value in self._definitions.items() if isinstance(value, str) and value[0] == "@"
        }
        self._prefixes = {
            self._expand(value): name
            for name, value in self._definitions.items()
            if isinstance(value, str) and value.endswith(_PREFIX_ENDINGS)
        }
        self._terms: dict[str, list[Term]] = {}
        for name in sorted(self._definitions):
            self._read_term(name, self._definitions[name])

    def keyword(self, keyword: str) -> str:
        """`@id`, `@type` ... or the context's own word for it."""
        return self._aliases.get(keyword, keyword)

    def terms(self, predicate: str) -> list[Term]:
        """The terms that stand for `predicate`, in alphabetical order."""
        return self._terms.get(predicate, [])

    def reference(self, iri: str) -> str:
        """`iri` where a node is named: relative to the base, or with a prefix."""
        rest = iri[len(self._base) :]
        if self._base.endswith("/") and iri.startswith(self._base) and _is_plain_path(rest):
            return rest
        return self.compact(iri)

    def vocabulary(self, iri: str) -> str:
        """`iri` where a class or property is named: a term, or with a prefix."""
        untyped = [term.name for term in self.terms(iri)]
        return untyped[0] if untyped else self.compact(iri)

    def compact(self, iri: str) -> str:
        """`iri` with the prefix of its namespace, or whole where there is none."""
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = self._prefixes.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and cut < len(iri) else iri

    def _read_term(self, name: str, value: Any) -> None:
        definition = {"@id": value} if isinstance(value, str) else value
        containers = definition.get("@container", [])
        containers = {containers} if isinstance(containers, str) else set(containers)
        iri = self._expand(definition.get("@id", name))
        if (
            set(definition) - _READ_KEYS
            or containers - _READ_CONTAINERS
            or iri.startswith("@")
            or iri in self._prefixes
        ):
            return
        kind = definition.get("@type")
        term = Term(
            name=name,
            type=self._expand(kind) if kind else None,
            language=definition.get("@language", self.default_language),
            by_language="@language" in containers,
            always_list="@set" in containers,
        )
        self._terms.setdefault(iri, []).append(term)

    def _expand(self, name: str) -> str:
        prefix, colon, local = name.partition(":")
        if colon and not local.startswith("//") and isinstance(self._definitions.get(prefix), str):
            return self._expand(self._definitions[prefix]) + local
        if not colon and not name.startswith("@") and "@vocab" in self.json:
            return self._expand(self.json["@vocab"]) + name
        return name


def _is_plain_path(rest: str) -> bool:
    """Whether a relative reference is resolved to just base + `rest`, by every reader: no colon, no dotted segments."""
    path = rest.partition("#")[0].partition("?")[0]
    return bool(path) and ":" not in rest and not rest.startswith("/") and not {".", ".."} & set(path.split("/"))
