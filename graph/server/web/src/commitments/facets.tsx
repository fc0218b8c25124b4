/** The facets beside the table: each value with how many there are, to be chosen and found by name. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { formatNumber, named, t } from "../i18n";
import { apiUrl, useJson } from "../server";
import { colour } from "../facts/parts";
import { StatusSign } from "../lives/status";
import { type Name, queryOf, toggle, valuesOf } from "./filters";

export interface Value {
  readonly value: string;
  readonly name: string;
  readonly kind: string;
  readonly count: number;
  readonly chosen: boolean;
}
export type Counts = Readonly<Record<string, readonly Value[]>>;

/** The facets in order: what the server calls each, the filter it sets, and whether its values are found by name. */
const FACETS = [
  { facet: "kinds", name: "kind", found: false },
  { facet: "statuses", name: "status", found: false },
  { facet: "actors", name: "actor", found: true },
  { facet: "speakers", name: "speaker", found: true },
  { facet: "years", name: "year", found: false },
  { facet: "deadline", name: "deadline", found: false },
  { facet: "number", name: "number", found: false },
  { facet: "outlets", name: "outlet", found: true },
] as const;
type Facet = (typeof FACETS)[number];

const FEW = 6;
const ALL_SHOWN: readonly string[] = ["statuses"];
const MANY = 100;

export function Facets({ params, counts }: { params: URLSearchParams; counts: Counts | null }): JSX.Element {
  return <>{FACETS.map((facet) => <FacetBox key={facet.facet} facet={facet} params={params} values={counts?.[facet.facet] ?? []} />)}</>;
}

function FacetBox({ facet, params, values }: { facet: Facet; params: URLSearchParams; values: readonly Value[] }): JSX.Element {
  const [typed, setTyped] = useState("");
  const [all, setAll] = useState(false);
  const asked = facet.found && (typed.trim() !== "" || all);
  const more = useJson<Counts>(
    asked ? apiUrl("commitments/facets", { ...queryOf(params), sort: null, facet: facet.facet, find: typed, limit: MANY }) : null,
  );
  const id = useId();
  const listed = inOrder(facet, (asked ? more.data?.[facet.facet] : undefined) ?? values);
  const shown = all || asked || ALL_SHOWN.includes(facet.facet) ? listed : listed.filter((value, place) => place < FEW || isChosen(params, facet.name, value));
  return (
    <fieldset class="facet" aria-labelledby={id}>
      <legend id={id}>{named("facet", facet.facet)}</legend>
      {facet.found && (values.length > FEW || typed !== "") && (
        <input
          type="search" class="facet-find" value={typed} placeholder={t("facet.find")} aria-label={t("facet.findIn", { facet: named("facet", facet.facet) })}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul class={facet.facet === "years" ? "years" : ""}>
        {shown.map((value) => <Choice key={value.value} name={facet.name} value={value} params={params} most={most(listed)} />)}
      </ul>
      {shown.length === 0 && <p class="muted small">{t("facet.none")}</p>}
      {!all && typed === "" && listed.length > shown.length && (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>{t("facet.more")}</button>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: Name;
  readonly value: Value;
  readonly params: URLSearchParams;
  readonly most: number;
}

function Choice({ name, value, params, most: greatest }: ChoiceProps): JSX.Element {
  const key = keyOf(name, value);
  const chosen = isChosen(params, name, value);
  const style = { "--share": `${(100 * value.count) / greatest}%` };
  return (
    <li>
      <label class={`choice${chosen ? " chosen" : ""}${value.count === 0 ? " empty" : ""}`} style={style}>
        <input type="checkbox" checked={chosen} onChange={() => toggle(params, name, key)} />
        {name === "kind" && <span class="dot" style={{ "--dot": `var(--kind-${colour(value.value)})` }} aria-hidden="true" />}
        {name === "status" && <StatusSign status={value.value} />}
        <span class="choice-name">{labelOf(name, value)}</span>
        <span class="choice-count">{formatNumber(value.count)}</span>
      </label>
    </li>
  );
}

/** What a value is called. */
export function labelOf(name: Name, value: { value: string; name: string }): string {
  if (name === "kind") return named("kind", value.value);
  if (name === "status") return named("status", value.value);
  if (name === "number" || name === "deadline") return named(name, value.value === "1" || value.value === "yes" ? "yes" : "no");
  return value.name;
}

function keyOf(name: Name, value: Value): string {
  if (name === "number" || name === "deadline") return value.value === "1" ? "yes" : "no";
  return value.value;
}

function isChosen(params: URLSearchParams, name: Name, value: Value): boolean {
  return valuesOf(params, name).includes(keyOf(name, value));
}

function inOrder(facet: Facet, values: readonly Value[]): readonly Value[] {
  if (facet.facet === "years") return values.filter((value) => value.value !== "0").reverse();
  if (facet.facet === "statuses") return STATUSES.flatMap((status) => values.filter((value) => value.value === status));
  if (facet.facet === "kinds") return KINDS.flatMap((kind) => values.filter((value) => value.value === kind));
  return values;
}

/** As the server lists them (graph/search/outcome.py). */
const STATUSES = ["kept", "partly-kept", "missed", "refused", "moved", "revised", "renewed", "overdue", "open"];
const KINDS = ["pledge", "goal", "directive", "expectation"];

function most(values: readonly Value[]): number {
  return Math.max(1, ...values.map((value) => value.count));
}
