/** YASR's third way to show results: as a graph, in the explorer. */
import type Yasr from "@zazuko/yasr";
import type { Plugin } from "@zazuko/yasr";
import { render } from "preact";
import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { Explorer } from "../graph/explorer";
import type { Drawing } from "../graph/model";
import { embedded } from "../graph/source";
import { t } from "../i18n";
import { type Row, drawnRows } from "./drawn";

const TRIPLES = ["subject", "predicate", "object"] as const;

export class GraphPlugin implements Plugin<undefined> {
  readonly priority = 5;
  readonly label = t("query.asGraph");

  constructor(private readonly yasr: Yasr) {}

  canHandleResults(): boolean {
    return this.drawing().nodes.length > 0;
  }

  draw(): void {
    const place = document.createElement("div");
    place.className = "result-graph themed";
    this.yasr.resultsEl.appendChild(place);
    render(<ResultGraph drawing={this.drawing()} />, place);
  }

  destroy(): void {
    const place = this.yasr.resultsEl.querySelector(".result-graph");
    if (place) render(null, place);
  }

  getIcon(): Element {
    const icon = document.createElement("span");
    icon.textContent = "◉";
    icon.setAttribute("aria-hidden", "true");
    return icon;
  }

  private drawing(): Drawing {
    const results = this.yasr.results;
    if (!results || results.hasError()) return drawnRows([], [], false);
    const variables = results.getVariables();
    const triples = TRIPLES.every((name, i) => variables[i] === name);
    return drawnRows(variables, (results.getBindings() ?? []) as readonly Row[], triples);
  }
}

function ResultGraph({ drawing }: { drawing: Drawing }): JSX.Element {
  const [params, setParams] = useState(new URLSearchParams());
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) value === null ? next.delete(name) : next.set(name, value);
      return next;
    });
  return <Explorer source={embedded(drawing)} params={params} onParams={change} />;
}
