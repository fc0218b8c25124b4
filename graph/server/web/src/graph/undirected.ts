/** The drawn graph as a plain undirected one, for paths and communities. */
import Graph from "graphology";
import type { DrawnGraph } from "./model";

const NOT_FOLLOWED = "mentions"; // an article that mentions two people does not join them

export function undirected(graph: DrawnGraph): Graph {
  const plain = new Graph({ type: "undirected", multi: false });
  graph.forEachNode((id) => plain.addNode(id));
  graph.forEachEdge((_id, data, source, target) => {
    if (data.kind !== NOT_FOLLOWED && source !== target) plain.mergeEdge(source, target);
  });
  return plain;
}
