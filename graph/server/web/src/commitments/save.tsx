/** What is shown as a file, and the link that brings it back. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n";
import { apiUrl } from "../server";
import { queryOf } from "./filters";

const CONFIRMED = 2000; // milliseconds

/** The server makes no larger workbook (graph/server/api/downloads.py). */
const MOST_IN_XLSX = 20_000;

export function Save({ params, total }: { params: URLSearchParams; total: number | null }): JSX.Element {
  const query = queryOf(params);
  return (
    <div class="save no-print">
      <CopyLink />
      <a class="button" href={apiUrl("commitments.csv", query)} download>CSV</a>
      {(total ?? 0) > MOST_IN_XLSX ? (
        <button type="button" disabled title={t("commitments.tooMany", { n: MOST_IN_XLSX })}>XLSX</button>
      ) : (
        <a class="button" href={apiUrl("commitments.xlsx", query)} download>XLSX</a>
      )}
    </div>
  );
}

function CopyLink(): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setCopied(true);
    setTimeout(() => setCopied(false), CONFIRMED);
  };
  if (!navigator.clipboard) return <></>; // only pages of this machine, or over https, may
  return <button type="button" onClick={() => void copy()} aria-live="polite">{t(copied ? "commitments.copied" : "commitments.copy")}</button>;
}
