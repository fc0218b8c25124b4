/** A text cut where facts begin and end, so that facts within facts, and across each other, can all be marked. */
import type { Fact } from "../facts/types";

export interface Segment {
  readonly start: number;
  readonly text: string;
  /** The facts that say these characters, the shortest first. */
  readonly facts: readonly Fact[];
}

/** The segments of a text in order. Offsets count code points, as the server's do. */
export function segments(text: string, facts: readonly Fact[]): readonly Segment[] {
  const letters = Array.from(text);
  const cuts = new Set([0, letters.length]);
  for (const fact of facts) cuts.add(Math.min(fact.start, letters.length)).add(Math.min(fact.end, letters.length));
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((start, place) => {
    const end = ordered[place + 1] ?? letters.length;
    const within = facts.filter((fact) => fact.start <= start && end <= fact.end);
    return { start, text: letters.slice(start, end).join(""), facts: within.sort(shortestFirst) };
  });
}

function shortestFirst(a: Fact, b: Fact): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start || rank(a) - rank(b) || (a.iri < b.iri ? -1 : 1);
}

/** Of facts with the same words, what somebody undertakes comes before that he says it. */
function rank(fact: Fact): number {
  return fact.kind === "statement" ? 1 : 0;
}
