/** SPARQL for those who know it: YASGUI with the named queries as examples. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { language, t } from "../i18n";
import { type Editor, openEditor, run, show } from "../query/editor";
import { apiUrl, useJson } from "../server";
import { changeParams } from "../router";
import type { ViewProps } from "./view";

interface Example {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly about: string;
  readonly sparql: string;
}
interface Given {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly queries: readonly Example[];
}

export default function Query({ params }: ViewProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [ready, setReady] = useState(false);
  const { data, error } = useJson<Given>(apiUrl("queries"));
  const name = params.get("name");
  const query = params.get("query");

  useEffect(() => {
    if (data === null || place.current === null) return undefined;
    editor.current = openEditor(place.current, data.prefixes);
    setReady(true);
    return () => editor.current?.destroy();
  }, [data]);
  useEffect(() => {
    const open = editor.current;
    const example = data?.queries.find((one) => one.name === name);
    if (open === null) return;
    if (query) show(open, t("query.shared"), query);
    else if (example) {
      show(open, example.name, example.sparql);
      run(open);
    }
  }, [ready, name, query]);

  return (
    <div class="query">
      <link rel="stylesheet" href="/assets/yasgui.css" />
      <aside class="examples" aria-label={t("query.examples")}>
        <h1>SPARQL</h1>
        <p class="small muted">{t("query.endpoint")} <code>{window.location.origin}/sparql</code></p>
        <h2>{t("query.examples")}</h2>
        {error ? <p role="alert">{t("app.failed", { why: error })}</p> : null}
        <ul>
          {data?.queries.map((example) => (
            <li key={example.name}>
              <button type="button" class="quiet" title={example.about} aria-current={example.name === name ? "true" : undefined}
                onClick={() => changeParams({ name: example.name, query: null })}>
                {language() === "vi" ? example.vi : example.en}
              </button>
            </li>
          ))}
        </ul>
      </aside>
      <div class="editor always-light" ref={place} />
    </div>
  );
}
