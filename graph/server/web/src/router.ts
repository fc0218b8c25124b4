/** The address as a view, a thing and filters, so that a link keeps what is seen. */
import { useEffect, useState } from "preact/hooks";

export type ViewName = "commitments" | "article" | "life" | "entity" | "graph" | "query";

export interface Route {
  readonly view: ViewName;
  /** The thing that is shown, below the graph's base IRI: `person/Tô_Lâm`, `article/a-1`; empty for the others. */
  readonly path: string;
  readonly params: URLSearchParams;
  /** What stands after `#`: in an article, the fact that is open (`pledge=10,52`). */
  readonly fragment: string;
}

const VIEWS: Readonly<Record<string, ViewName>> = {
  "": "commitments",
  commitments: "commitments",
  article: "article",
  life: "life",
  person: "entity",
  body: "entity",
  place: "entity",
  graph: "graph",
  query: "query",
};
const CHANGED = "camket:navigated";

/** The route of an address, `null` where no view is known by it. */
export function routeOf(location: { pathname: string; search: string; hash: string }): Route | null {
  const path = lettersOf(location.pathname).replace(/^\//, "");
  const view = VIEWS[path.split("/")[0] ?? ""];
  if (view === undefined) return null;
  const fragment = lettersOf(location.hash.replace(/^#/, ""));
  const thing = view === "life" ? path.slice("life/".length) : path;
  return { view, path: thing.includes("/") ? thing : "", params: new URLSearchParams(location.search), fragment };
}

/** Go to an address of this page, or only change what is seen (`replace`: without a step back to what was). */
export function navigate(href: string, options: { replace?: boolean } = {}): void {
  history[options.replace ? "replaceState" : "pushState"](null, "", href);
  window.dispatchEvent(new Event(CHANGED));
}

/** Change filters in the address; `null` and `""` take one out. */
export function changeParams(changes: Readonly<Record<string, string | null>>, options: { replace?: boolean } = {}): void {
  const params = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const search = params.toString();
  navigate(window.location.pathname + (search ? `?${search}` : ""), options);
}

/** Where this page shows a thing, given its IRI; `null` for things that it does not show. */
export function hrefOf(iri: string): string | null {
  const base = baseIri();
  if (!base || !iri.startsWith(base)) return null;
  const path = iri.slice(base.length);
  return ["article", "person", "body", "place"].includes(path.split("/")[0] ?? "") ? `/${path}` : null;
}

/** Where this page shows the life of a commitment, given the IRI of it or of any fact that tells of it. */
export function lifeHref(iri: string): string | null {
  const href = hrefOf(iri);
  return href === null ? null : `/life${href}`;
}

/** The IRI under which the graph's things live. */
export function baseIri(): string {
  return document.documentElement.dataset["base"] ?? "";
}

/** The route, kept up with the address; links within the page are followed without loading it again. */
export function useRoute(): Route | null {
  const [route, setRoute] = useState(() => routeOf(window.location));
  useEffect(() => {
    const update = () => setRoute(routeOf(window.location));
    window.addEventListener("popstate", update);
    window.addEventListener(CHANGED, update);
    document.addEventListener("click", followed);
    return () => {
      window.removeEventListener("popstate", update);
      window.removeEventListener(CHANGED, update);
      document.removeEventListener("click", followed);
    };
  }, []);
  return route;
}

function followed(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download")) return;
  if (link.getAttribute("href")?.startsWith("#")) return; // a place on this page
  const url = new URL(link.href);
  if (url.origin !== window.location.origin || routeOf(url) === null) return;
  event.preventDefault();
  const elsewhere = url.pathname !== window.location.pathname;
  navigate(url.pathname + url.search + url.hash);
  if (elsewhere) window.scrollTo(0, 0);
}

/** Letters as people write them, while what an IRI holds percent-encoded stays so. */
function lettersOf(encoded: string): string {
  return encoded.replace(/(?:%[89A-F][0-9A-F])+/gi, (letters) => {
    try {
      return decodeURIComponent(letters);
    } catch {
      return letters; // no UTF-8: no thing is called so, and the server will say it
    }
  });
}
