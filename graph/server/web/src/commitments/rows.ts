/** The rows that are shown, page after page. */
import { useEffect, useRef, useState } from "preact/hooks";
import { apiUrl, fetchJson, messageOf, type Query } from "../server";
import type { ToldFact } from "../facts/types";

interface Page {
  readonly total: number;
  readonly rows: readonly ToldFact[];
  readonly next: string | null;
}

export interface Rows {
  readonly rows: readonly ToldFact[];
  readonly total: number | null;
  /** Fetches the rows that follow; `null` where none do. */
  readonly more: (() => void) | null;
  readonly busy: boolean;
  readonly error: string | null;
}

/** The rows that `query` asks for; those of the query before stay until the first of these are there. */
export function useRows(query: Query): Rows {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [busy, setBusy] = useState(true);
  const [error, setError] = useState<string | null>(null);
  const stopper = useRef(new AbortController());
  const address = apiUrl("commitments", query);

  const load = (after: string | null, before: readonly Page[]) => {
    stopper.current.abort();
    const { signal } = (stopper.current = new AbortController());
    setBusy(true);
    setError(null);
    fetchJson<Page>(apiUrl("commitments", { ...query, after }), signal).then(
      (page) => {
        setPages([...before, page]);
        setBusy(false);
      },
      (why: unknown) => {
        if (signal.aborted) return;
        setPages(before);
        setError(messageOf(why));
        setBusy(false);
      },
    );
  };
  useEffect(() => {
    load(null, []);
    return () => stopper.current.abort();
  }, [address]);

  const last = pages.at(-1);
  const next = last?.next ?? null;
  return {
    rows: pages.flatMap((page) => page.rows),
    total: last?.total ?? null,
    more: next === null ? null : () => load(next, pages),
    busy,
    error,
  };
}
