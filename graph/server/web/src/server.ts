/** Asking the server: JSON under `/api/`, with what went wrong as one line to show. */
import { useEffect, useState } from "preact/hooks";

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | null | undefined>>;

/** What the server said it could not do, in its own words. */
export class ServerError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** An address under `/api/` with its parameters; a list is given once for each of its values. */
export function apiUrl(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== "" && one !== false) params.append(name, String(one));
    }
  }
  const search = params.toString();
  return `/api/${path}${search ? `?${search}` : ""}`;
}

/** The JSON at an address. Throws ServerError with the server's line. */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
  if (!response.ok) throw new ServerError(response.status, (await response.text()).trim() || response.statusText);
  return (await response.json()) as T;
}

export interface Loaded<T> {
  /** The last answer; stays while another is on its way, so that nothing jumps. */
  readonly data: T | null;
  readonly error: string | null;
  readonly loading: boolean;
}

/** The JSON at an address, asked for again when the address changes; `null` asks for nothing. */
export function useJson<T>(url: string | null): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ data: null, error: null, loading: url !== null });
  useEffect(() => {
    if (url === null) {
      setState({ data: null, error: null, loading: false });
      return undefined;
    }
    const stopper = new AbortController();
    setState((before) => ({ ...before, error: null, loading: true }));
    fetchJson<T>(url, stopper.signal).then(
      (data) => setState({ data, error: null, loading: false }),
      (error: unknown) => {
        if (!stopper.signal.aborted) setState({ data: null, error: messageOf(error), loading: false });
      },
    );
    return () => stopper.abort();
  }, [url]);
  return state;
}

/** What to show of something thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
