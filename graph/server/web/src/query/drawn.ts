/** A query's results as a graph: triples as they are, rows of a table as links from each thing or name to the next. */
import type { Drawing, DrawnEdge, DrawnNode } from "../graph/model";
import { baseIri } from "../router";

export interface Term {
  readonly value: string;
  readonly type: string;
  readonly "xml:lang"?: string;
}
export type Row = Readonly<Record<string, Term | undefined>>;

const MOST_ROWS = 5000;
const COLOUR = "#5b7083";

/** What can be drawn of the rows; no nodes where nothing can. */
export function drawnRows(variables: readonly string[], rows: readonly Row[], triples: boolean): Drawing {
  const nodes = new Map<string, { index: number; node: DrawnNode }>();
  const edges: DrawnEdge[] = [];
  const add = (term: Term, label?: string): number => {
    const known = nodes.get(term.value);
    if (known) return known.index;
    const node = { id: term.value, kind: kindOf(term.value), label: label ?? labelOf(term.value) };
    nodes.set(term.value, { index: nodes.size, node });
    return nodes.size - 1;
  };
  rows.slice(0, MOST_ROWS).forEach((row, i) => {
    const things = variables.map((name) => [name, row[name]] as const).filter(([, term]) => term && (isThing(term) || term["xml:lang"]));
    const [subject, predicate, object] = variables.map((name) => row[name]);
    if (triples) {
      if (!subject || !predicate || !object || !isThing(object)) return;
      edges.push({ id: `${i}`, source: add(subject), target: add(object), kind: labelOf(predicate.value) });
      return;
    }
    things.forEach(([name, term], position) => {
      if (term) add(term);
      const before = things[position - 1]?.[1];
      if (term && before) edges.push({ id: `${i}-${position}`, source: add(before), target: add(term), kind: name });
    });
  });
  const drawn = [...nodes.values()].map(({ node }) => node);
  const kinds = Object.fromEntries(drawn.map(({ kind }) => [kind, colourOf(kind)]));
  return { kinds, relations: {}, nodes: edges.length > 0 ? drawn : [], edges };
}

function isThing(term: Term): boolean {
  return term.type === "uri" || term.type === "bnode";
}

/** The kind that an IRI of the graph shows; "thing" for any other. */
function kindOf(iri: string): string {
  const path = iri.startsWith(baseIri()) ? iri.slice(baseIri().length) : "";
  const kind = /#([a-z]+)=/.exec(path)?.[1] ?? path.split("/")[0] ?? "";
  return colourOf(kind) === COLOUR ? "thing" : kind;
}

function colourOf(kind: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--kind-${kind}`).trim() || COLOUR;
}

function labelOf(iri: string): string {
  const path = iri.startsWith(baseIri()) ? iri.slice(baseIri().length).replace(/^[a-z]+\//, "") : iri.replace(/^.*[/#](?=.)/, "");
  return path.replaceAll("_", " ");
}
