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
  find: (words, drawn) => Promise.resolve(findNodes(drawn, words)),
  chain: (from, to) => fetchJson<Chain>(apiUrl("graph/path", { from, to })),
};

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
