/** What is seen as GEXF, for Gephi: labels, kinds, dates, places and colours as they are on screen. */
import { write } from "graphology-gexf/browser";
import type { EdgeData, NodeData } from "./model";
import type { Scene } from "./scene";

export function gexfOf(scene: Scene): string {
  const part = scene.graph.copy();
  part.forEachNode((id) => {
    if (!scene.seen.nodes.has(id)) part.dropNode(id);
  });
  part.forEachEdge((id) => {
    if (!scene.seen.edges.has(id)) part.dropEdge(id);
  });
  return write(part, {
    formatNode: (_id: string, data: NodeData) => ({
      label: clean(data.drawn.label),
      attributes: cleaned({ ...data.drawn }, ["id", "label"]),
      viz: { color: inNumbers(scene.colourOf(data)), x: data.x, y: data.y, size: data.size },
    }),
    formatEdge: (_id: string, data: EdgeData) => ({
      label: clean(data.kind),
      attributes: cleaned({ ...data.drawn }, ["id", "source", "target"]),
    }),
    version: "1.3",
  });
}

/** `#e07b00` as red, green and blue, which every reader of GEXF knows. */
function inNumbers(colour: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.join(", ")})`;
}

function cleaned(drawn: Readonly<Record<string, unknown>>, without: readonly string[]): Record<string, unknown> {
  const kept = Object.entries(drawn).filter(([name]) => !without.includes(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, typeof value === "string" ? clean(value) : value]));
}

/** Without what XML does not know; the writer itself escapes the rest. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
