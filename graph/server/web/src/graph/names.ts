/** Finding nodes by name, accents or none: `to lam` finds Tô Lâm. */
import { ACTORS, type DrawnGraph } from "./model";

export interface Found {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
}

const AT_MOST = 12;

/** Lower case without accents, as graph/lookup.py folds names. */
export function fold(name: string): string {
  return name.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "").replaceAll("đ", "d").replace(/\s+/g, " ").trim();
}

/** Nodes whose names hold the words: those that begin with them first, actors before facts, then the better known. */
export function findNodes(graph: DrawnGraph, words: string): Found[] {
  const wanted = fold(words);
  if (!wanted) return [];
  const found: { rank: number; degree: number; found: Found }[] = [];
  graph.forEachNode((id, { drawn }) => {
    const names = [drawn.label, drawn.label_en ?? "", ...String(drawn["aliases"] ?? "").split(" | ")].map(fold);
    const first = Math.min(...names.map((name) => rankOf(name, wanted)));
    if (first < Infinity) {
      const rank = first + (ACTORS.has(drawn.kind) ? 0 : 3);
      found.push({ rank, degree: graph.degree(id), found: { id, label: drawn.label, kind: drawn.kind } });
    }
  });
  found.sort((a, b) => a.rank - b.rank || b.degree - a.degree || (a.found.label < b.found.label ? -1 : 1));
  return found.slice(0, AT_MOST).map((one) => one.found);
}

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return ` ${name}`.includes(` ${wanted}`) ? 2 : Infinity;
}
