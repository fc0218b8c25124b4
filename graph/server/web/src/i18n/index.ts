/** The page's words in two languages: a string's key stands in vi.ts and en.ts, or the page does not compile. */
import { en } from "./en";
import { vi } from "./vi";

export type Language = "vi" | "en";
export type Key = keyof typeof vi;

const TABLES: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { vi, en };
const REMEMBERED = "camket.language";

let current: Language = remembered() ?? (navigator.language.toLowerCase().startsWith("vi") ? "vi" : "en");

/** The language in which the page is shown. */
export function language(): Language {
  return current;
}

/** Show the page in another language, and next time too. */
export function setLanguage(wanted: Language): void {
  current = wanted;
  document.documentElement.lang = wanted;
  try {
    localStorage.setItem(REMEMBERED, wanted);
  } catch (error) {
    console.info("the language is not remembered:", error); // storage is off: the page works all the same
  }
}

/** A string, its `{name}` filled in. */
export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return TABLES[current][key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? formatNumber(value) : value;
  });
}

/** A string whose key is made (`kind.pledge`), or the last part of the key where no table has it. */
export function named(prefix: string, name: string): string {
  const key = `${prefix}.${name}`;
  return key in vi ? t(key as Key) : name;
}

/** A number as the language writes it. */
export function formatNumber(value: number): string {
  return value.toLocaleString(current === "vi" ? "vi-VN" : "en-GB");
}

function remembered(): Language | null {
  try {
    const found = localStorage.getItem(REMEMBERED);
    return found === "vi" || found === "en" ? found : null;
  } catch {
    return null; // storage is off
  }
}
