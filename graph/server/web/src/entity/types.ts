/** What `/api/entity` says. */
import type { Source, Thing, ToldFact } from "../facts/types";

export interface Named {
  readonly iri: string;
  readonly name: string;
}

export interface Tenure {
  readonly member: Thing;
  readonly post: string;
  readonly body: Thing | null;
  readonly former: boolean;
  readonly first: string | null;
  readonly last: string | null;
  readonly times: number;
  readonly sample: ToldFact;
}

/** Who held the post before or after, or is told to have held it at the same time. */
export interface Neighbour extends Named {
  readonly when: string | null;
}

export interface Term {
  readonly who_iri: string;
  readonly post: string;
  readonly left: string | null;
  readonly before: readonly Neighbour[];
  readonly after: readonly Neighbour[];
  readonly conflicts: readonly Neighbour[];
}

/** How a body or place came about and came to an end. */
export interface Fate {
  readonly ended: readonly { readonly name: string; readonly on: string | null; readonly source: string | null }[];
  readonly successors: readonly Named[];
  readonly predecessors: readonly Named[];
}

/** An article that tells of the holder of a post without the name. */
export interface Nameless {
  readonly who: string;
  readonly post: string;
  readonly basis: string;
  readonly article: string;
  readonly published: string | null;
  readonly undertaken: readonly { readonly kind: string; readonly words: string; readonly iri: string }[];
}

export interface Mention {
  readonly article: Source;
  readonly start: number;
  readonly times: number;
}

export interface EntityData extends Thing {
  readonly articles: number;
  readonly aliases: readonly string[];
  readonly english: string | null;
  readonly classes: readonly string[];
  readonly within: readonly Named[];
  readonly parts: readonly Named[];
  readonly jurisdiction: readonly Named[];
  readonly tenures: readonly Tenure[];
  readonly fate: Fate;
  readonly order: readonly Term[];
  readonly nameless: readonly Nameless[];
  readonly met: readonly (Thing & { readonly times: number })[];
  readonly counts: Readonly<Record<string, number>>;
  readonly sections: Readonly<Record<string, readonly ToldFact[]>>;
  readonly mentions: readonly Mention[];
}
