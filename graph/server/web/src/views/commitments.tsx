/** The front page: who promised what, searched, filtered and sorted. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Chosen } from "../commitments/chosen";
import { type Counts, Facets } from "../commitments/facets";
import { isFiltered, queryOf } from "../commitments/filters";
import { Save } from "../commitments/save";
import { SearchField } from "../commitments/search-field";
import { Table } from "../commitments/table";
import { useRows } from "../commitments/rows";
import { t } from "../i18n";
import { apiUrl, useJson } from "../server";
import type { ViewProps } from "./view";

const WIDE = "(min-width: 60rem)";

export default function Commitments({ params }: ViewProps): JSX.Element {
  const { rows, total, more, busy, error } = useRows(queryOf(params));
  const facets = useJson<Counts>(apiUrl("commitments/facets", { ...queryOf(params), sort: null }));
  const wide = useWide();
  useEffect(() => {
    document.title = `${t("commitments.title")} · Camket`;
  }, []);
  return (
    <>
      <h1 class="visually-hidden">{t("commitments.title")}</h1>
      <div class="commitments-page">
        <aside class="facets no-print" aria-label={t("commitments.filters")}>
          <details open={wide}>
            <summary>{t("commitments.filters")}</summary>
            <Facets params={params} counts={facets.data} />
          </details>
        </aside>
        <section class="results" aria-label={t("commitments.results")}>
          <SearchField params={params} />
          <div class="results-head">
            <p role="status" class="total">{total === null ? t("app.loading") : t("commitments.total", { n: total })}</p>
            <Save params={params} total={total} />
          </div>
          <Chosen params={params} counts={facets.data} />
          {(error ?? facets.error) && <p class="notice" role="alert">{t("app.failed", { why: error ?? facets.error ?? "" })}</p>}
          {total === 0 && <p class="notice">{t(isFiltered(params) ? "commitments.nothing" : "commitments.empty")}</p>}
          {rows.length > 0 && <Table rows={rows} params={params} busy={busy} />}
          {more !== null && (
            <p class="more-rows no-print"><button type="button" disabled={busy} onClick={more}>{t("commitments.more")}</button></p>
          )}
        </section>
      </div>
    </>
  );
}

/** Whether there is room for the facets beside the table. */
function useWide(): boolean {
  const [wide, setWide] = useState(() => window.matchMedia(WIDE).matches);
  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const update = () => setWide(query.matches);
    query.addEventListener("change", update);
    return () => query.removeEventListener("change", update);
  }, []);
  return wide;
}
