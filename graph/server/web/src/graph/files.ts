/** The view as a file, in each of the formats that can be saved. */
import { gexfOf } from "./gexf";
import { pngOf, svgOf } from "./picture";
import type { Scene } from "./scene";

export const TYPES = { png: "image/png", svg: "image/svg+xml", gexf: "application/gexf+xml" } as const;

export async function made(scene: Scene, format: keyof typeof TYPES): Promise<string | Blob> {
  if (format === "png") return pngOf(scene);
  return format === "svg" ? svgOf(scene) : gexfOf(scene);
}
