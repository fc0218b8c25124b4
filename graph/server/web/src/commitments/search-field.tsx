/** The search field: words in any accents; the address follows while they are typed. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { changeParams } from "../router";

const PAUSE = 250; // milliseconds without a key before the server is asked

export function SearchField({ params }: { params: URLSearchParams }): JSX.Element {
  const given = params.get("q") ?? "";
  const [typed, setTyped] = useState(given);
  const asked = useRef(given);
  useEffect(() => {
    if (given !== asked.current) setTyped((asked.current = given));
  }, [given]);
  const ask = (words: string) => {
    asked.current = words;
    changeParams({ q: words }, { replace: true });
  };
  useEffect(() => {
    if (typed === asked.current) return undefined;
    const timer = setTimeout(() => ask(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <form
      role="search" class="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed);
      }}
    >
      <input
        type="search" name="q" value={typed} placeholder={t("commitments.search")} aria-label={t("commitments.search")}
        autocomplete="off" spellcheck={false} onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}
