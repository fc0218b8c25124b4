/** Chains within what is drawn. */
import { bidirectional } from "graphology-shortest-path/unweighted";
import { undirected } from "./undirected";
import type { DrawnGraph } from "./model";

/** The nodes of a shortest chain from one node to another, whatever the edges' direction; mentions join nobody. */
export function shortestChain(graph: DrawnGraph, from: string, to: string): string[] | null {
  if (!graph.hasNode(from) || !graph.hasNode(to)) return null;
  return bidirectional(undirected(graph), from, to);
}

/** The edges between neighbours in a chain. */
export function edgesOf(graph: DrawnGraph, chain: readonly string[]): Set<string> {
  const found = new Set<string>();
  chain.forEach((node, i) => {
    const next = chain[i + 1];
    if (next !== undefined) for (const edge of graph.edges(node, next).concat(graph.edges(next, node))) found.add(edge);
  });
  return found;
}
