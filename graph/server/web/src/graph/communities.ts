/** Communities by Louvain's method, the same for the same graph. */
import louvain from "graphology-communities-louvain";
import type { DrawnGraph } from "./model";
import { undirected } from "./undirected";

/** Colours that can be told apart, on light and on dark; the smaller communities share the last. */
export const COMMUNITY_COLOURS = [
  "#1b6ca8", "#e07b00", "#2a9d8f", "#b5382a", "#8e5ba6", "#6b8e23", "#c2557e", "#5b7083", "#b8860b", "#4682b4", "#8d6e63",
] as const;
export const OTHER_COLOUR = "#9a9da1";

/** Write each node's community on it, 0 for the largest; returns how many there are. */
export function findCommunities(graph: DrawnGraph): number {
  const assigned = louvain(undirected(graph), { rng: seeded(1) });
  const sizes = new Map<number, number>();
  for (const community of Object.values(assigned)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  const ranks = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([community], rank) => [community, rank]));
  graph.updateEachNodeAttributes((id, data) => ({ ...data, community: ranks.get(assigned[id] ?? -1) ?? -1 }));
  return [...sizes.values()].filter((size) => size > 1).length;
}

export function colourOfCommunity(community: number): string {
  return COMMUNITY_COLOURS[community] ?? OTHER_COLOUR;
}

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
