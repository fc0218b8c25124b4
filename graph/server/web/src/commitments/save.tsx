/** What is shown as a file, and the link that brings it back. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n";
import { apiUrl, type Query } from "../server";
import { queryOf } from "./filters";

const CONFIRMED = 2000; // milliseconds

/** The server makes no larger workbook (graph/server/api/downloads.py). */
const MOST_IN_XLSX = 20_000;

/** Nor a larger calendar (graph/server/api/calendar.py). */
const MOST_IN_ICS = 2_000;

export function Save({ params, total }: { params: URLSearchParams; total: number | null }): JSX.Element {
  const query = queryOf(params);
  return (
    <div class="save no-print">
      <CopyLink />
      <a class="button" href={apiUrl("commitments.csv", query)} download>CSV</a>
      <File name="XLSX" path="commitments.xlsx" query={query} fits={(total ?? 0) <= MOST_IN_XLSX} most={MOST_IN_XLSX} />
      <File name={t("commitments.calendar")} path="commitments.ics" query={query} fits={(total ?? 0) <= MOST_IN_ICS} most={MOST_IN_ICS} />
    </div>
  );
}

interface FileProps {
  readonly name: string;
  readonly path: string;
  readonly query: Query;
  readonly fits: boolean;
  readonly most: number;
}

function File({ name, path, query, fits, most }: FileProps): JSX.Element {
  if (!fits) return <button type="button" disabled title={t("commitments.tooMany", { n: most })}>{name}</button>;
  return <a class="button" href={apiUrl(path, query)} download>{name}</a>;
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
