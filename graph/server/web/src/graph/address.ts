/** What is seen of the graph as parameters of the address, and back. */
export interface ViewState {
  /** The thing that the graph is drawn around; `null` draws its leading part. */
  readonly about: string | null;
  readonly chosen: string | null;
  readonly hidden: ReadonlySet<string>;
  readonly years: readonly [number, number] | null;
  readonly chain: readonly [string | null, string | null];
  readonly communities: boolean;
}

export type Changes = Readonly<Record<string, string | null>>;

/** Articles join whatever they mention, so that they hide the rest: they are seen when asked for. */
const HIDDEN_AT_FIRST = "article";

export function stateOf(params: URLSearchParams): ViewState {
  const years = /^(\d{4})-(\d{4})$/.exec(params.get("years") ?? "");
  return {
    about: params.get("about"),
    chosen: params.get("node"),
    hidden: new Set((params.get("hide") ?? HIDDEN_AT_FIRST).split(",").filter(Boolean)),
    years: years ? [Number(years[1]), Number(years[2])] : null,
    chain: [params.get("a"), params.get("b")],
    communities: params.get("groups") === "1",
  };
}

export function hiding(hidden: ReadonlySet<string>): Changes {
  const kinds = [...hidden].sort().join(",");
  return { hide: kinds === HIDDEN_AT_FIRST ? null : kinds || "-" };
}

export function within(years: readonly [number, number], all: readonly [number, number]): Changes {
  return { years: years[0] <= all[0] && years[1] >= all[1] ? null : `${years[0]}-${years[1]}` };
}
