/** What the server says of the life of commitments: the JSON of graph/search/lives.py, life.py and occasions.py. */
import type { ToldFact } from "../facts/types";

/** A fact of another article; `step` is what the later of the two tells of the earlier: a status, or `restated`. */
export interface Linked {
  readonly step: string;
  readonly iri: string;
  readonly kind: string;
  readonly quote: string;
  readonly article: string;
  readonly outlet: string | null;
  readonly published: string | null;
  /** Where a deadline is moved: from when to when. */
  readonly before: string | null;
  readonly due: string | null;
}

export interface Became {
  readonly status: string;
  readonly steps: number;
  readonly latest: Linked | null;
}

export interface Telling {
  readonly iri: string;
  readonly quote: string;
  readonly article: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly event: string;
  readonly on: string | null;
  readonly location: readonly string[];
  readonly chair: readonly string[];
}

export interface Occasion {
  readonly iri: string;
  readonly name: string;
  readonly disagrees: readonly string[];
  /** How many there are; of many the first are given. */
  readonly accounts: number;
  readonly tellings: readonly Telling[];
}

export interface Reckoning {
  readonly indicator: string;
  readonly target: string;
  readonly reached: string;
  readonly difference: string;
  readonly met: boolean | null;
}

export interface Link {
  readonly step: string;
  readonly earlier: string;
  readonly before: string | null;
  readonly due: string | null;
  readonly ground: string;
  readonly because: string;
  readonly reckonings: readonly Reckoning[];
}

export interface Entry {
  readonly fact: ToldFact;
  /** What the fact tells of earlier ones, of the latest first; nothing where it is the first of the life. */
  readonly links: readonly Link[];
}

export interface LifeData {
  readonly fact: ToldFact;
  readonly entries: readonly Entry[];
}
