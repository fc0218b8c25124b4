/** Which kinds of facts are marked: the legend, and the switch of each. */
import type { JSX } from "preact";
import { colour } from "../facts/parts";
import type { Fact } from "../facts/types";
import { formatNumber, named, t } from "../i18n";

const ORDER = [
  "pledge", "goal", "directive", "expectation", "refusal", "statement", "event", "membership", "rank", "observation", "assessment", "abstention",
];

interface Props {
  readonly facts: readonly Fact[];
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (kind: string) => void;
}

export function Kinds({ facts, hidden, onToggle }: Props): JSX.Element {
  const kinds = ORDER.filter((kind) => facts.some((fact) => fact.kind === kind));
  return (
    <fieldset class="legend">
      <legend class="visually-hidden">{t("article.kinds")}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="choice" style={{ "--dot": `var(--kind-${colour(kind)})` }}>
          <input type="checkbox" checked={!hidden.has(kind)} onChange={() => onToggle(kind)} />
          <span class="dot" aria-hidden="true" />
          <span class="choice-name">{named("kind", kind)}</span>
          <span class="choice-count">{formatNumber(facts.filter((fact) => fact.kind === kind).length)}</span>
        </label>
      ))}
    </fieldset>
  );
}
