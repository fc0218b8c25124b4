/** Laying the graph out beside the page (ForceAtlas2 in a worker), for as long as a graph of its size needs. */
import forceAtlas2 from "graphology-layout-forceatlas2";
import FA2Layout from "graphology-layout-forceatlas2/worker";
import type { DrawnGraph } from "./model";

const LEAST_MS = 1500;
const MOST_MS = 12000;
const MS_PER_NODE = 2;
const AT_ONCE = 60; // iterations before anything is shown, in a graph small enough not to keep the reader waiting
const SMALL = 1500;

export class Layout {
  private readonly worker: FA2Layout;
  private timer: number | undefined;

  constructor(private readonly graph: DrawnGraph, private readonly onChange: (running: boolean) => void) {
    this.worker = new FA2Layout(graph, { settings: settingsFor(graph) });
  }

  /** A first arrangement, there before anything is drawn. */
  static arrange(graph: DrawnGraph): void {
    if (graph.order > 1 && graph.order <= SMALL) {
      forceAtlas2.assign(graph, { iterations: AT_ONCE, settings: settingsFor(graph) });
    }
  }

  get running(): boolean {
    return this.worker.isRunning();
  }

  /** Lay out for a while. */
  start(): void {
    window.clearTimeout(this.timer);
    this.worker.start();
    const time = Math.min(MOST_MS, LEAST_MS + this.graph.order * MS_PER_NODE);
    this.timer = window.setTimeout(() => this.stop(), time);
    this.onChange(true);
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.worker.stop();
    this.onChange(false);
  }

  kill(): void {
    window.clearTimeout(this.timer);
    this.worker.kill();
  }
}

function settingsFor(graph: DrawnGraph): Record<string, number | boolean> {
  const inferred = forceAtlas2.inferSettings(graph);
  return {
    ...inferred, barnesHutOptimize: graph.order > 500, gravity: 0.5, scalingRatio: 12, adjustSizes: false,
    slowDown: 2 + Math.log(graph.order + 1), outboundAttractionDistribution: true,
  } as Record<string, number | boolean>;
}
