/** What the server says of facts, things and articles: the JSON of graph/server/api. */
import type { Became, Linked, Occasion } from "../lives/types";

export interface Thing {
  readonly iri: string;
  readonly name: string;
  readonly kind: string;
  /** Of a post whose holder the article does not name: who it was, and why that is known. */
  readonly holder?: Thing & { readonly basis: string };
}

export interface Source {
  readonly iri: string;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

export interface Figure {
  readonly indicator: string;
  readonly text: string;
  readonly plain: string;
  readonly period: string | null;
}

export interface Fact {
  readonly iri: string;
  readonly kind: string;
  readonly quote: string;
  /** Where the words stand in the article's text, in code points. */
  readonly start: number;
  readonly end: number;
  readonly parts: Readonly<Record<string, readonly Thing[]>>;
  readonly figures: readonly Figure[];
  readonly cue?: string;
  readonly due?: string;
  readonly condition?: string;
  readonly on?: string;
  readonly act?: string;
  readonly event?: string;
  readonly role?: string;
  readonly rank?: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly turn?: string;
  readonly former_due?: string;
  readonly former?: boolean;
  /** Of an undertaking: what became of it. */
  readonly became?: Became;
  /** The undertakings of earlier articles that the fact tells of. */
  readonly tells?: readonly Linked[];
  /** Of an event: what other articles tell of the same. */
  readonly occasion?: Occasion;
}

export interface ToldFact extends Fact {
  readonly article: Source;
}
