/** What a body or place was before, and what it has become. */
import type { JSX } from "preact";
import { when } from "../facts/dates";
import { ThingNames } from "../facts/parts";
import { t } from "../i18n";
import type { Fate, Named } from "./types";

export function FateLines({ fate }: { fate: Fate }): JSX.Element {
  return (
    <>
      {fate.ended.map((change) => (
        <p key={change.name} class="fate">
          {t("fate.ended")} {change.name}{change.on !== null && `, ${when(change.on)}`}
          {change.source !== null && <span class="muted"> ({change.source})</span>}
        </p>
      ))}
      <Line title={t("fate.now")} things={fate.successors} />
      <Line title={t("fate.from")} things={fate.predecessors} />
    </>
  );
}

function Line({ title, things }: { title: string; things: readonly Named[] }): JSX.Element | null {
  if (things.length === 0) return null;
  return <p class="fate">{title} <ThingNames things={things.map((thing) => ({ ...thing, kind: "" }))} /></p>;
}
