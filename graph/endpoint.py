"""A graph behind the URL of a SPARQL 1.1 endpoint, to be read as one reads a store on disk.

What the default graph of a query is, a union of all graphs or not, is the endpoint's own choice, and the protocol has
no way to ask for it: the query goes out as it is, and an endpoint over a Camket store has to be set to the union
(Oxigraph: `--union-default-graph`; Fuseki: `tdb2:unionDefaultGraph true`; GraphDB and Virtuoso do it by themselves).
"""

import http.client
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator

import pyoxigraph

from camket.graph.errors import QueryError, StoreError
from camket.graph.store import Answer, Dataset
from camket.ontology.namespaces import BASE, PREFIXES

TIMEOUT_SECONDS = 60.0
ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9, text/turtle;q=0.8"
MESSAGE_CHARACTERS = 300  # of an endpoint's own error message

_RESULTS = ("application/sparql-results+json", "application/json")
_TRIPLES = {"application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES, "text/turtle": pyoxigraph.RdfFormat.TURTLE}
_MALFORMED = 400


def is_url(location: str) -> bool:
    """Whether `location` is the URL of an endpoint, not a folder."""
    return location.startswith(("http://", "https://"))


class Endpoint(Dataset):
    """A SPARQL 1.1 endpoint; reads only. Raises StoreError where it cannot be reached or is none."""

    def __init__(self, url: str, timeout: float = TIMEOUT_SECONDS) -> None:
        self.url = url
        self.timeout = timeout
        self.base = BASE
        self.base = self._base_in_use()

    def query(self, sparql: str) -> Answer:
        """The endpoint's answer; the project's prefixes need no declaring.

        Raises QueryError, with the endpoint's own words, where it refuses the query; StoreError where it fails.
        """
        prefixes = {**PREFIXES, "": self.base}
        prologue = " ".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in prefixes.items())
        content_type, body = self._post(f"BASE <{self.base}> {prologue} {sparql}")
        try:
            if content_type in _TRIPLES:
                # An empty dataset turns parsed triples into what a CONSTRUCT gives, so that both are read alike.
                store = pyoxigraph.Store()
                store.extend(pyoxigraph.parse(body, _TRIPLES[content_type]))
                return store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
            if content_type in _RESULTS:
                return pyoxigraph.parse_query_results(body, pyoxigraph.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.url}: the answer cannot be read: {error}") from error
        raise StoreError(f"{self.url} is no SPARQL endpoint: it answered with {content_type or 'nothing'}")

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """Every quad of every named graph, in no particular order."""
        answer = self.query("SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        assert isinstance(answer, pyoxigraph.QuerySolutions)
        return (pyoxigraph.Quad(row["s"], row["p"], row["o"], row["g"]) for row in answer)

    def _base_in_use(self) -> str:
        """The IRI that things live under, told by one of its articles; the project's own where there is none."""
        answer = self.query("SELECT ?article WHERE { ?article a schema:NewsArticle } LIMIT 1")
        if not isinstance(answer, pyoxigraph.QuerySolutions):
            raise StoreError(f"{self.url} is no SPARQL endpoint: it did not answer a SELECT with rows")
        for row in answer:
            base, found, _ = row["article"].value.rpartition("article/")
            if found:
                return str(base)
        return BASE

    def _post(self, sparql: str) -> tuple[str, bytes]:
        """Content type and body of the answer."""
        form = urllib.parse.urlencode({"query": sparql}).encode()
        headers = {"Accept": ACCEPT, "Content-Type": "application/x-www-form-urlencoded"}
        request = urllib.request.Request(self.url, form, headers)
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:
                return response.headers.get_content_type(), response.read()
        except urllib.error.HTTPError as error:
            with error:
                said = " ".join(error.read().decode("utf-8", "replace").split())[:MESSAGE_CHARACTERS]
            if error.code == _MALFORMED:
                raise QueryError(f"{self.url} refused the query: {said}") from error
            raise StoreError(f"{self.url} answered {error.code} {error.reason}: {said}") from error
        except TimeoutError as error:
            raise StoreError(f"{self.url} did not answer within {self.timeout:.0f} s") from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            raise StoreError(f"{self.url} cannot be reached: {reason}") from error
