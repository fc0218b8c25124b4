/** The filters of the table, as the page's address keeps them and as the server is asked for them. */
import { baseIri, navigate } from "../router";
import type { Query } from "../server";

/** Filters that may have several values, by their name in the address; the first three name things. */
export const THINGS = ["actor", "speaker", "beneficiary"] as const;
export const LISTS = [...THINGS, "outlet", "year", "kind", "status"] as const;
export const CHOICES = ["number", "deadline"] as const;
export type ListName = (typeof LISTS)[number];
export type Name = ListName | (typeof CHOICES)[number];

/** What is shown unless the kinds are widened. */
export const USUAL_KINDS: readonly string[] = ["pledge", "goal"];
export const NEWEST_FIRST = "-published";

/** The values of a filter; things by their whole IRI. */
export function valuesOf(params: URLSearchParams, name: Name): readonly string[] {
  const values = params.getAll(name).filter(Boolean);
  if (name === "kind" && values.length === 0) return USUAL_KINDS;
  return isThing(name) ? values.map((value) => baseIri() + value) : values;
}

/** The same as the server takes it. */
export function queryOf(params: URLSearchParams): Query {
  const query: Record<string, string | readonly string[] | null> = { q: params.get("q"), sort: params.get("sort"), on: params.get("on") };
  for (const name of [...LISTS, ...CHOICES]) query[name] = valuesOf(params, name);
  return query;
}

/** Put a value in, or take it out where it is there. Of a choice (yes, no) one value holds. */
export function toggle(params: URLSearchParams, name: Name, value: string): void {
  const before = valuesOf(params, name);
  const kept = name === "number" || name === "deadline" ? [] : before.filter((one) => one !== value);
  setValues(params, name, before.includes(value) ? kept.filter((one) => one !== value) : [...kept, value]);
}

/** Whether anything narrows or widens what is shown. */
export function isFiltered(params: URLSearchParams): boolean {
  return [...LISTS, ...CHOICES, "q"].some((name) => params.has(name));
}

/** Show all again, in the order that was chosen. */
export function clear(params: URLSearchParams): void {
  const sort = params.get("sort");
  navigate(window.location.pathname + (sort ? `?sort=${sort}` : ""));
}

function setValues(params: URLSearchParams, name: Name, values: readonly string[]): void {
  const changed = new URLSearchParams(params);
  changed.delete(name);
  if (!(name === "kind" && isUsual(values))) {
    for (const value of values) changed.append(name, isThing(name) ? value.slice(baseIri().length) : value);
  }
  const search = changed.toString();
  navigate(window.location.pathname + (search ? `?${search}` : ""));
}

function isUsual(kinds: readonly string[]): boolean {
  return kinds.length === 0 || (kinds.length === USUAL_KINDS.length && USUAL_KINDS.every((kind) => kinds.includes(kind)));
}

function isThing(name: Name): boolean {
  return (THINGS as readonly string[]).includes(name);
}
