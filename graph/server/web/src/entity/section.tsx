/** A section of the page: the newest facts, and more when asked for. */
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { formatNumber, t } from "../i18n";
import { apiUrl, fetchJson, messageOf } from "../server";

interface Props<Row> {
  readonly name: string;
  readonly title: string;
  readonly iri: string;
  readonly count: number;
  readonly first: readonly Row[];
  readonly show: (row: Row) => ComponentChildren;
}

export function Section<Row>({ name, title, iri, count, first, show }: Props<Row>): JSX.Element {
  const [more, setMore] = useState<readonly Row[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const rows = [...first, ...more];
  const load = () => {
    setBusy(true);
    fetchJson<{ rows: readonly Row[] }>(apiUrl("entity/facts", { iri, section: name, offset: rows.length })).then(
      (answer) => setMore([...more, ...answer.rows]),
      (why: unknown) => setError(messageOf(why)),
    ).finally(() => setBusy(false));
  };
  return (
    <section class="entity-section" id={name} aria-labelledby={`title-${name}`}>
      <h2 id={`title-${name}`}>{title} <span class="count">{formatNumber(count)}</span></h2>
      <ul class="facts">{rows.map(show)}</ul>
      {error !== null && <p role="alert">{t("app.failed", { why: error })}</p>}
      {rows.length < count && (
        <button type="button" class="no-print" disabled={busy} onClick={load}>{t("entity.more", { n: count - rows.length })}</button>
      )}
    </section>
  );
}
