/** What is seen of the graph: kinds, years, communities, a chain; and the view as a file. */
import type { JSX } from "preact";
import { formatNumber, named, t } from "../i18n";
import type { ViewState } from "./address";
import type { Found } from "./names";
import { Search } from "./search";

export interface ControlsProps {
  readonly state: ViewState;
  readonly kinds: readonly (readonly [string, number])[];
  readonly colours: Readonly<Record<string, string>>;
  readonly years: readonly [number, number] | null;
  readonly communities: number;
  readonly find: (words: string) => Promise<readonly Found[]>;
  readonly nameOf: (node: string) => string;
  readonly message: string | null;
  readonly onFound: (node: string) => void;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
  readonly onYears: (years: readonly [number, number]) => void;
  readonly onCommunities: (on: boolean) => void;
  readonly onChain: (from: string | null, to: string | null) => void;
  readonly onSave: (format: "png" | "svg" | "gexf") => void;
}

export function Controls(props: ControlsProps): JSX.Element {
  const { state, find, nameOf, message, onFound, onChain } = props;
  const [from, to] = state.chain;
  return (
    <form class="controls" aria-label={t("graph.controls")} onSubmit={(event) => event.preventDefault()}>
      <Search label={t("graph.search")} find={find} onChoose={({ id }) => onFound(id)} />
      <Kinds {...props} />
      <Years {...props} />
      <fieldset>
        <legend>{t("graph.chain")}</legend>
        <Search label={t("graph.from")} find={find} value={from ? nameOf(from) : ""} onChoose={({ id }) => onChain(id, to)} />
        <Search label={t("graph.to")} find={find} value={to ? nameOf(to) : ""} onChoose={({ id }) => onChain(from, id)} />
        {from || to ? <button type="button" class="quiet" onClick={() => onChain(null, null)}>{t("graph.clear")}</button> : null}
      </fieldset>
      <label class="check">
        <input type="checkbox" checked={state.communities} onChange={(event) => props.onCommunities(event.currentTarget.checked)} />
        {t("graph.communities")} {state.communities ? <span class="muted small">{formatNumber(props.communities)}</span> : null}
      </label>
      <fieldset class="row">
        <legend>{t("graph.save")}</legend>
        {(["png", "svg", "gexf"] as const).map((format) => (
          <button type="button" onClick={() => props.onSave(format)}>{format.toUpperCase()}</button>
        ))}
      </fieldset>
      <p class="message" role="status">{message}</p>
    </form>
  );
}

function Kinds({ state, kinds, colours, onHide }: ControlsProps): JSX.Element {
  const toggle = (kind: string) => {
    const hidden = new Set(state.hidden);
    if (!hidden.delete(kind)) hidden.add(kind);
    onHide(hidden);
  };
  return (
    <fieldset class="kinds">
      <legend>{t("graph.kinds")}</legend>
      {kinds.map(([kind, count]) => (
        <label class="check" key={kind}>
          <input type="checkbox" checked={!state.hidden.has(kind)} onChange={() => toggle(kind)} />
          <span class="dot" style={{ "--dot": state.communities ? "var(--line-strong)" : colours[kind] }} /> {named("kind", kind)}
          <span class="muted small number">{formatNumber(count)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Years({ state, years, onYears }: ControlsProps): JSX.Element | null {
  if (years === null || years[0] === years[1]) return null;
  const [first, last] = state.years ?? years;
  const slider = (name: "graph.fromYear" | "graph.toYear", value: number, change: (year: number) => void) => (
    <label class="slider">
      <span>{t(name)}</span>
      <input type="range" min={years[0]} max={years[1]} value={value} onInput={(event) => change(Number(event.currentTarget.value))} />
      <span class="number">{value}</span>
    </label>
  );
  return (
    <fieldset class="years">
      <legend>{t("graph.years")}</legend>
      {slider("graph.fromYear", first, (year) => onYears([year, Math.max(year, last)]))}
      {slider("graph.toYear", last, (year) => onYears([Math.min(first, year), year]))}
    </fieldset>
  );
}
