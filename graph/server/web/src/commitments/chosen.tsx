/** What has been chosen, each to be taken out again. */
import type { JSX } from "preact";
import { named, t } from "../i18n";
import { type Counts, labelOf } from "./facets";
import { CHOICES, clear, isFiltered, LISTS, type Name, toggle, valuesOf } from "./filters";

const FACET: Readonly<Record<Name, string>> = {
  kind: "kinds", actor: "actors", speaker: "speakers", beneficiary: "beneficiaries", outlet: "outlets", year: "years", status: "statuses",
  number: "number", deadline: "deadline",
};

export function Chosen({ params, counts }: { params: URLSearchParams; counts: Counts | null }): JSX.Element | null {
  if (!isFiltered(params)) return null;
  const names = ([...LISTS, ...CHOICES] as const).filter((name) => params.has(name));
  return (
    <ul class="chosen-filters no-print" aria-label={t("commitments.chosen")}>
      {names.flatMap((name) =>
        valuesOf(params, name).map((value) => {
          const label = labelOf(name, { value, name: nameOf(counts, name, value) });
          return (
            <li key={name + value}>
              <button type="button" onClick={() => toggle(params, name, value)}>
                <span class="visually-hidden">{t("commitments.takeOut")} </span>
                <span class="muted">{named("facet", FACET[name])}:</span> {label} <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        }),
      )}
      <li><button type="button" class="quiet" onClick={() => clear(params)}>{t("commitments.clear")}</button></li>
    </ul>
  );
}

function nameOf(counts: Counts | null, name: Name, value: string): string {
  return counts?.[FACET[name]]?.find((one) => one.value === value)?.name ?? value.split("/").pop()?.replaceAll("_", " ") ?? value;
}
