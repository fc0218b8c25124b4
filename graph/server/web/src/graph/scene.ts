/** The drawn graph on screen: sigma, with what is seen, chosen, in a chain or in a community. */
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import type { EdgeDisplayData, NodeDisplayData, PartialButFor } from "sigma/types";
import { edgesOf } from "./chains";
import { colourOfCommunity } from "./communities";
import { type Filter, type Seen, seen } from "./filter";
import { ACTORS, type DrawnGraph, type EdgeData, type NodeData } from "./model";

export interface Look {
  readonly filter: Filter;
  readonly communities: boolean;
  readonly chosen: string | null;
  readonly chain: readonly string[];
}

type Placed = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

const MANY_EDGES = 5000;
const MOST_NAMED = 30; // so many neighbours are all named
const CHAIN_COLOUR = "#d1402b";

export class Scene {
  readonly sigma: Sigma<NodeData, EdgeData>;
  private many: boolean;
  private look: Look = { filter: { hiddenKinds: new Set(), years: null }, communities: false, chosen: null, chain: [] };
  private shown: Seen;
  private inChain: ReadonlySet<string> = new Set();
  private near: ReadonlySet<string> | null = null;
  private hovered: string | null = null;
  private readonly scheme = window.matchMedia("(prefers-color-scheme: dark)");
  private dark = this.scheme.matches;

  constructor(readonly graph: DrawnGraph, container: HTMLElement, private kinds: Readonly<Record<string, string>>) {
    this.shown = seen(graph, this.look.filter);
    this.many = graph.size > MANY_EDGES;
    this.sigma = new Sigma<NodeData, EdgeData>(graph, container, {
      allowInvalidContainer: true, zIndex: true, labelFont: "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif", labelSize: 12,
      labelDensity: 0.7, labelGridCellSize: 100, labelRenderedSizeThreshold: 5.2, minCameraRatio: 0.02, maxCameraRatio: 4,
      edgeProgramClasses: { line: EdgeRectangleProgram, thin: EdgeLineProgram },
      stagePadding: 40, hideEdgesOnMove: this.many, hideLabelsOnMove: this.many,
      defaultDrawNodeLabel: (context, data, settings) => this.drawLabel(context, data, settings),
      defaultDrawNodeHover: (context, data, settings) => this.drawHover(context, data, settings),
      nodeReducer: (id, data) => this.nodeLook(id, data),
      edgeReducer: (id, data) => this.edgeLook(id, data),
    });
    this.scheme.addEventListener("change", this.theme);
  }

  /** Draw with what has changed. */
  show(look: Look, kinds = this.kinds): Seen {
    this.look = look;
    this.kinds = kinds;
    this.shown = seen(this.graph, look.filter);
    this.inChain = edgesOf(this.graph, look.chain);
    this.setNear(look.chosen);
    const many = this.shown.edges.size > MANY_EDGES;
    // A changed setting draws everything anew, as `refresh` does: never both.
    const turned = many !== this.many;
    this.many = many;
    if (turned) this.sigma.setSettings({ hideEdgesOnMove: many, hideLabelsOnMove: many });
    else this.sigma.refresh();
    return this.shown;
  }

  get seen(): Seen {
    return this.shown;
  }

  hover(node: string | null): void {
    this.hovered = node;
    if (this.shown.edges.size <= MANY_EDGES) {
      this.setNear(node ?? this.look.chosen);
      this.sigma.refresh({ skipIndexation: true });
    }
  }

  /** Bring a node into the middle. */
  centre(node: string): void {
    const place = this.sigma.getNodeDisplayData(node);
    if (!place) return;
    const ratio = Math.min(this.sigma.getCamera().ratio, 0.6);
    void this.sigma.getCamera().animate({ x: place.x, y: place.y, ratio }, { duration: motion(400) });
  }

  zoom(by: "in" | "out" | "whole"): void {
    const camera = this.sigma.getCamera();
    const options = { duration: motion(200) };
    if (by === "whole") void camera.animatedReset(options);
    else if (by === "in") void camera.animatedZoom(options);
    else void camera.animatedUnzoom(options);
  }

  colourOf(data: NodeData): string {
    return this.look.communities ? colourOfCommunity(data.community) : (this.kinds[data.kind] ?? "#888888");
  }

  kill(): void {
    this.scheme.removeEventListener("change", this.theme);
    this.sigma.kill();
  }

  private setNear(node: string | null): void {
    this.near = node !== null && this.graph.hasNode(node) ? new Set([node, ...this.graph.neighbors(node)]) : null;
  }

  private nodeLook(id: string, data: NodeData): Partial<NodeDisplayData> {
    if (!this.shown.nodes.has(id)) return { x: data.x, y: data.y, hidden: true };
    const onChain = this.look.chain.includes(id);
    const chosen = id === this.look.chosen || id === this.hovered;
    const faded = !onChain && (this.look.chain.length > 0 || (this.near !== null && !this.near.has(id)));
    const marked = chosen || onChain;
    const named = this.near !== null && this.near.size <= MOST_NAMED && this.near.has(id) && ACTORS.has(data.kind);
    const colour = faded ? this.fadedColour : this.colourOf(data);
    const size = marked ? data.size * 1.3 : data.size;
    return {
      x: data.x, y: data.y, size, color: colour, label: faded ? "" : data.label, hidden: false, highlighted: chosen,
      forceLabel: marked || named, zIndex: marked ? 2 : faded ? 0 : 1,
    };
  }

  private edgeLook(id: string, _data: EdgeData): Partial<EdgeDisplayData> {
    if (!this.shown.edges.has(id)) return { hidden: true };
    if (this.inChain.has(id)) return { color: CHAIN_COLOUR, size: 4, zIndex: 2 };
    const centre = this.hovered ?? this.look.chosen;
    const near = centre !== null && this.graph.extremities(id).includes(centre);
    if (near) return { color: this.nearColour, size: 1.6, zIndex: 1 };
    return { type: this.many ? "thin" : "line", color: this.edgeColour, size: 0.7, zIndex: 0 };
  }

  /** A name with paper around its letters, so that it can be read across edges. */
  private drawLabel(context: CanvasRenderingContext2D, data: Placed, settings: Settings<NodeData, EdgeData>): void {
    if (!data.label || data.highlighted) return;
    this.drawName(context, data, settings);
  }

  private drawName(context: CanvasRenderingContext2D, data: Placed, settings: Settings<NodeData, EdgeData>): void {
    const [x, y] = [data.x + data.size + 3, data.y + settings.labelSize / 3];
    context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = this.dark ? "#171614" : "#fbfaf7";
    context.fillStyle = this.dark ? "#ebe7df" : "#1c1b19";
    context.strokeText(data.label ?? "", x, y);
    context.fillText(data.label ?? "", x, y);
  }

  /** A ring around what is chosen or under the pointer, and its name. */
  private drawHover(context: CanvasRenderingContext2D, data: Placed, settings: Settings<NodeData, EdgeData>): void {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 2.5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.dark ? "#ebe7df" : "#1c1b19";
    context.stroke();
    this.drawName(context, { ...data, size: data.size + 3 }, { ...settings, labelWeight: "600" });
  }

  private get fadedColour(): string {
    return this.dark ? "#3a3833" : "#e0ddd5";
  }

  private get edgeColour(): string {
    return this.dark ? (this.near ? "#2b2925" : "#45413a") : this.near ? "#ece9e2" : "#cdc8bd";
  }

  private get nearColour(): string {
    return this.dark ? "#b9b2a4" : "#6d675d";
  }

  private readonly theme = (): void => {
    this.dark = this.scheme.matches;
    this.sigma.refresh();
  };
}

function motion(duration: number): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : duration;
}
