/** Where the graph comes from: the server, or the file that the explorer is in. */
import { apiUrl, fetchJson } from "../server";
import type { Drawing, DrawnGraph } from "./model";
import { type Found, findNodes } from "./names";
import { shortestChain } from "./chains";

export interface Chain extends Drawing {
  readonly path: readonly string[] | null;
}

export interface GraphSource {
  /** What is drawn at first: what is around `about`, or the graph's leading part. */
  first(about: string | null): Promise<Drawing>;
  /** What is around a node; `null` where all there is is drawn already. */
  readonly expand: ((id: string, limit: number) => Promise<Drawing>) | null;
  /** Nodes by name; `drawn` is what is there already. */
  find(words: string, drawn: DrawnGraph): Promise<readonly Found[]>;
  /** A shortest chain between two nodes. */
  chain(from: string, to: string, drawn: DrawnGraph): Promise<Chain>;
}

/** The graph as `camket serve` gives it, part by part. */
export const SERVER: GraphSource = {
  first: (about) => fetchJson<Drawing>(apiUrl("graph", { about })),
  expand: (id, limit) => fetchJson<Drawing>(apiUrl("graph", { about: id, limit })),
  find: findAnywhere,
  chain: (from, to) => fetchJson<Chain>(apiUrl("graph/path", { from, to })),
};

interface Things {
  readonly rows: readonly { readonly iri: string; readonly name: string; readonly kind: string }[];
}

/** People, bodies and places of the whole graph, then whatever else is drawn. */
async function findAnywhere(words: string, drawn: DrawnGraph): Promise<readonly Found[]> {
  const { rows } = await fetchJson<Things>(apiUrl("things", { q: words, limit: 12 }));
  const things = rows.map(({ iri, name, kind }) => ({ id: iri, label: name, kind }));
  const known = new Set(things.map(({ id }) => id));
  return [...things, ...findNodes(drawn, words).filter(({ id }) => !known.has(id))];
}

/** A graph that is there as a whole. */
export function embedded(drawing: Drawing): GraphSource {
  return {
    first: () => Promise.resolve(drawing),
    expand: null,
    find: (words, drawn) => Promise.resolve(findNodes(drawn, words)),
    chain: (from, to, drawn) =>
      Promise.resolve({ path: shortestChain(drawn, from, to), kinds: {}, relations: {}, nodes: [], edges: [] }),
  };
}
