/** The view as a picture: SVG from what is on screen, PNG from the SVG. */
import type { Scene } from "./scene";

const LABEL_SIZE = 12;
const PNG_SCALE = 2;

/** What is seen, as SVG text; labels are those that are on screen. */
export function svgOf(scene: Scene): string {
  const { width, height } = scene.sigma.getDimensions();
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink").trim() || "#1c1b19";
  const paper = style.getPropertyValue("--paper").trim() || "#ffffff";
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif" font-size="${LABEL_SIZE}">`,
    `<rect width="100%" height="100%" fill="${escaped(paper)}"/>`,
    `<g stroke-linecap="round">${lines(scene).join("")}</g>`,
    `<g>${circles(scene).join("")}</g>`,
    `<g fill="${escaped(ink)}" stroke="${escaped(paper)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke">${labels(scene).join("")}</g>`,
    "</svg>",
  ];
  return parts.join("\n");
}

/** The same as a PNG, twice as fine as the screen's. */
export async function pngOf(scene: Scene): Promise<Blob> {
  const { width, height } = scene.sigma.getDimensions();
  const url = URL.createObjectURL(new Blob([svgOf(scene)], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * PNG_SCALE;
    canvas.height = height * PNG_SCALE;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("the picture is too large for this browser")))),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}

function lines(scene: Scene): string[] {
  return [...scene.seen.edges].map((edge) => {
    const [source, target] = scene.graph.extremities(edge);
    const [from, to] = [placed(scene, source), placed(scene, target)];
    const look = scene.sigma.getEdgeDisplayData(edge);
    return `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${escaped(look?.color ?? "#ccc")}" stroke-width="${look?.size ?? 1}"/>`;
  });
}

function circles(scene: Scene): string[] {
  return [...scene.seen.nodes].map((node) => {
    const { x, y } = placed(scene, node);
    const look = scene.sigma.getNodeDisplayData(node);
    const radius = rounded(scene.sigma.scaleSize(look?.size ?? 3));
    const title = escaped(scene.graph.getNodeAttribute(node, "drawn").label);
    return `<circle cx="${x}" cy="${y}" r="${radius}" fill="${escaped(look?.color ?? "#888")}"><title>${title}</title></circle>`;
  });
}

function labels(scene: Scene): string[] {
  return [...scene.sigma.getNodeDisplayedLabels()].map((node) => {
    const { x, y } = placed(scene, node);
    const look = scene.sigma.getNodeDisplayData(node);
    const left = rounded(x + scene.sigma.scaleSize(look?.size ?? 3) + 3);
    return `<text x="${left}" y="${rounded(y + LABEL_SIZE / 3)}">${escaped(look?.label ?? "")}</text>`;
  });
}

function placed(scene: Scene, node: string): { x: number; y: number } {
  const { x, y } = scene.sigma.graphToViewport(scene.graph.getNodeAttributes(node));
  return { x: rounded(x), y: rounded(y) };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text for XML, without the characters that XML does not know. */
export function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
