/** What is seen of the graph: kinds that are not hidden, within the years, and whoever these facts still join. */
import { type DrawnGraph, KIND_ORDER } from "./model";

export interface Filter {
  readonly hiddenKinds: ReadonlySet<string>;
  readonly years: readonly [number, number] | null;
}

export interface Seen {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Everything that passes; with years set, a thing without a time of its own is seen where a fact of the time joins it. */
export function seen(graph: DrawnGraph, filter: Filter): Seen {
  const inTime = (years: readonly [number, number] | null) =>
    filter.years === null || years === null || (years[0] <= filter.years[1] && years[1] >= filter.years[0]);
  const nodes = new Set<string>();
  graph.forEachNode((id, data) => {
    if (!filter.hiddenKinds.has(data.kind) && inTime(data.years)) nodes.add(id);
  });
  const edges = new Set<string>();
  const joined = new Set<string>();
  graph.forEachEdge((id, data, source, target, from, to) => {
    if (!nodes.has(source) || !nodes.has(target) || !inTime(data.years)) return;
    edges.add(id);
    if (from.years !== null || data.years !== null) joined.add(target);
    if (to.years !== null || data.years !== null) joined.add(source);
  });
  if (filter.years !== null && !covers(filter.years, range(graph))) {
    for (const id of [...nodes]) {
      if (graph.getNodeAttribute(id, "years") === null && !joined.has(id)) nodes.delete(id);
    }
    graph.forEachEdge((id, _data, source, target) => {
      if (!nodes.has(source) || !nodes.has(target)) edges.delete(id);
    });
  }
  return { nodes, edges };
}

/** The first and last year in the graph, `null` where nothing in it has a time. */
export function range(graph: DrawnGraph): readonly [number, number] | null {
  let first = Infinity;
  let last = -Infinity;
  const widen = (years: readonly [number, number] | null) => {
    if (years === null) return;
    first = Math.min(first, years[0]);
    last = Math.max(last, years[1]);
  };
  graph.forEachNode((_id, data) => widen(data.years));
  graph.forEachEdge((_id, data) => widen(data.years));
  return first <= last ? [first, last] : null;
}

/** How many nodes there are of each kind, in the order in which they are listed. */
export function countKinds(graph: DrawnGraph): [string, number][] {
  const counts = new Map<string, number>();
  graph.forEachNode((_id, data) => counts.set(data.kind, (counts.get(data.kind) ?? 0) + 1));
  return [...counts].sort(([a], [b]) => KIND_ORDER.indexOf(a) - KIND_ORDER.indexOf(b));
}

function covers(years: readonly [number, number], all: readonly [number, number] | null): boolean {
  return all === null || (years[0] <= all[0] && years[1] >= all[1]);
}
