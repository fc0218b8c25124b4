"""What can be said: the vocabulary, its shapes, its JSON-LD context, its terms, and the reference data.

vocabulary() -> bytes     camket.ttl, the vocabulary as OWL in Turtle
shapes()     -> bytes     shapes.ttl, what graphs must look like, as SHACL in Turtle
context()    -> bytes     context.jsonld, the JSON-LD context
camket.ontology.namespaces    the namespaces as plain strings (imports nothing)
camket.ontology.terms         the terms for rdflib (imports rdflib)
camket.ontology.reference     bodies, places, roles, ranks, units, and their graph (imports pyoxigraph)
"""

from importlib.resources import files


def vocabulary() -> bytes:
    """The vocabulary: every class, property and concept of the `ck:` namespace, in Turtle."""
    return files(__name__).joinpath("camket.ttl").read_bytes()


def shapes() -> bytes:
    """The SHACL shapes of every class, in Turtle."""
    return files(__name__).joinpath("shapes.ttl").read_bytes()


def context() -> bytes:
    """The JSON-LD context: a document with the one member `@context`."""
    return files(__name__).joinpath("context.jsonld").read_bytes()
