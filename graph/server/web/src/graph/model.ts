/** The graph that is drawn: what the server or the file gave, in graphology, with room for more. */
import Graph from "graphology";

export interface DrawnNode {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly label_en?: string;
  readonly [attribute: string]: string | number | boolean | undefined;
}

export interface DrawnEdge {
  readonly id: string;
  readonly source: number;
  readonly target: number;
  readonly kind: string;
  readonly [attribute: string]: string | number | boolean | undefined;
}

/** What graph/export/drawing.py makes. */
export interface Drawing {
  readonly kinds: Readonly<Record<string, string>>;
  readonly relations: Readonly<Record<string, string>>;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

export interface NodeData {
  x: number;
  y: number;
  size: number;
  label: string;
  kind: string;
  /** First and last year that it is about; `null` where it is of no time, as people are. */
  years: readonly [number, number] | null;
  community: number;
  drawn: DrawnNode;
}

export interface EdgeData {
  kind: string;
  years: readonly [number, number] | null;
  drawn: DrawnEdge;
}

export type DrawnGraph = Graph<NodeData, EdgeData>;

/** People, bodies, places, groups and posts: what facts are about. */
export const ACTORS: ReadonlySet<string> = new Set(["person", "body", "place", "group", "post", "thing"]);

/** The order in which kinds are listed. */
export const KIND_ORDER = [
  ...ACTORS, "event", "occasion", "statement", "pledge", "goal", "directive", "expectation", "refusal", "observation", "assessment", "article",
];

const SMALLEST_ACTOR = 4;
const SMALLEST_FACT = 2.5;
const PER_ROOT_OF_DEGREE = 1.2;
const PER_ROOT_OF_PARTS = 0.5;
const LONGEST_LABEL = 42;
const SPREAD = 1000;

export function emptyGraph(): DrawnGraph {
  return new Graph<NodeData, EdgeData>({ type: "directed", multi: true });
}

/** Add what is not there yet, around `near` where that is given; returns how many nodes are new. */
export function add(graph: DrawnGraph, drawing: Drawing, near?: string): number {
  const before = graph.order;
  const middle = near !== undefined && graph.hasNode(near) ? graph.getNodeAttributes(near) : null;
  const spread = middle === null ? SPREAD : SPREAD / 20;
  for (const node of drawing.nodes) {
    if (graph.hasNode(node.id)) continue;
    const [x, y] = scattered(node.id, spread);
    graph.addNode(node.id, {
      x: x + (middle?.x ?? 0), y: y + (middle?.y ?? 0), size: SMALLEST_FACT, label: shortened(node.label), kind: node.kind,
      years: yearsOf(node), community: -1, drawn: node,
    });
  }
  for (const edge of drawing.edges) {
    const source = drawing.nodes[edge.source]?.id;
    const target = drawing.nodes[edge.target]?.id;
    if (source === undefined || target === undefined || graph.hasEdge(edge.id)) continue;
    graph.addEdgeWithKey(edge.id, source, target, { kind: edge.kind, years: yearsOf(edge), drawn: edge });
  }
  graph.updateEachNodeAttributes((id, data) => ({ ...data, size: sizeOf(data.kind, graph.degree(id)) }));
  return graph.order - before;
}

/** Actors grow with what is said of them; facts stay small, and are named once there is room. */
function sizeOf(kind: string, degree: number): number {
  const root = Math.sqrt(degree);
  return ACTORS.has(kind) ? SMALLEST_ACTOR + PER_ROOT_OF_DEGREE * root : SMALLEST_FACT + PER_ROOT_OF_PARTS * root;
}

/** The years that a thing is about: from its dates, or from when it was published. */
export function yearsOf(thing: DrawnNode | DrawnEdge): readonly [number, number] | null {
  const start = yearOf(thing["start"]) ?? yearOf(thing["date"]) ?? yearOf(thing["published"]);
  const end = yearOf(thing["end"]) ?? yearOf(thing["due"]) ?? start;
  if (start === null) return end === null ? null : [end, end];
  return [start, Math.max(start, end ?? start)];
}

/** A place that is the same for the same id, so that the same graph looks the same. */
export function scattered(id: string, spread: number): [number, number] {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619) >>> 0;
  const angle = ((hash & 0xffff) / 0xffff) * 2 * Math.PI;
  const radius = spread * Math.sqrt(((hash >>> 16) + 1) / 0x10000);
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

export function shortened(label: string): string {
  const line = label.replace(/\s+/g, " ").trim();
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1).replace(/\s\S*$/, "")}…`;
}

function yearOf(date: unknown): number | null {
  const year = typeof date === "string" ? /^\d{4}/.exec(date)?.[0] : undefined;
  return year === undefined ? null : Number(year);
}
