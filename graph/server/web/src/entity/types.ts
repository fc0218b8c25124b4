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
  readonly met: readonly (Thing & { readonly times: number })[];
  readonly counts: Readonly<Record<string, number>>;
  readonly sections: Readonly<Record<string, readonly ToldFact[]>>;
  readonly mentions: readonly Mention[];
}
