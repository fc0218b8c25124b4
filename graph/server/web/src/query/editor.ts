/** YASGUI as this page needs it: one endpoint, this server's; nothing is asked of anybody else. */
import Yasgui from "@zazuko/yasgui";
import { hrefOf, navigate } from "../router";
import { GraphPlugin } from "./graph-plugin";

export type Editor = Yasgui;

/** What an empty editor begins with, under the prefixes it uses. */
const OPENING = `SELECT ?who ?what ?due WHERE {
  ?commitment a ck:Commitment ;
    ck:promisor/skos:prefLabel ?who ;
    ck:evidence/oa:hasSelector/oa:exact ?what .
  OPTIONAL { ?commitment ck:due ?due }
}
ORDER BY DESC(?due)
LIMIT 20`;

/** The editor in `place`. prefixes: shortened in results, completed while typing. */
export function openEditor(place: HTMLElement, prefixes: Readonly<Record<string, string>>): Editor {
  const endpoint = `${window.location.origin}/sparql`;
  Yasgui.Yasr.registerPlugin("graph", GraphPlugin as never);
  place.addEventListener("click", followed, { capture: true });
  const { Yasqe } = Yasgui;
  Yasqe.defaults.autocompleters = ["variables"];
  Yasqe.defaults.prefixCcApi = null;
  const used = Object.entries(prefixes).filter(([name]) => name !== "" && new RegExp(`\\b${name}:`).test(OPENING));
  Yasqe.defaults.value = [...used.map(([name, iri]) => `PREFIX ${name}: <${iri}>`), OPENING].join("\n");
  return new Yasgui(place, {
    requestConfig: { endpoint, method: "POST", headers: () => ({}), args: [], namedGraphs: [], defaultGraphs: [] } as never,
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [{ endpoint }] } as never,
    autofocus: false, // who comes by keyboard begins at the top of the page
    populateFromUrl: false,
    persistenceId: "camket",
    yasqe: {
      autocompleters: ["variables"], prefixCcApi: null, resizeable: true, createShortLink: undefined, consumeShareLink: null,
      createShareableLink: (yasqe: { getValue(): string }) => `${window.location.origin}/query?query=${encodeURIComponent(yasqe.getValue())}`,
    },
    yasr: { prefixes, pluginOrder: ["table", "graph", "response"], defaultPlugin: "table", maxPersistentResponseSize: 0 } as never,
  });
}

/** Put a query into a tab: the one that is open, if nothing of the reader's is in it; else one of its own. */
export function show(editor: Editor, name: string, query: string): void {
  const open = editor.getTab();
  if (open && (open.getQuery().trim() === "" || open.getName() === name || isUntouched(open.getQuery()))) {
    open.setName(name);
    open.setQuery(query);
  } else {
    editor.addTab(true, { name, yasqe: { value: query } } as never);
  }
}

/** Run what is in the open tab. */
export function run(editor: Editor): void {
  void editor.getTab()?.query().catch(() => undefined); // YASR shows what went wrong
}

/** IRIs of the graph's things lead to their pages here, not to wherever their address is. */
function followed(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const href = link && hrefOf(decodeURI(link.href));
  if (href === null) return;
  event.preventDefault();
  event.stopPropagation();
  navigate(href);
}

function isUntouched(query: string): boolean {
  return query.trim() === Yasgui.Yasqe.defaults.value?.trim();
}
