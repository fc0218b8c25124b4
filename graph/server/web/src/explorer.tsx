/** The explorer alone, with its graph in the same file: what `camket export x.html` writes. */
import type { JSX } from "preact";
import { render } from "preact";
import { useState } from "preact/hooks";
import { Explorer } from "./graph/explorer";
import type { Drawing } from "./graph/model";
import { embedded } from "./graph/source";
import { language, setLanguage, t } from "./i18n";
import "./styles.css";

const GIVEN = JSON.parse(document.getElementById("graph")?.textContent ?? "null") as Drawing;
const SOURCE = embedded(GIVEN);

function File(): JSX.Element {
  const [params, setParams] = useState(new URLSearchParams());
  const [shown, setShown] = useState(language());
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      for (const [name, value] of Object.entries(changes)) value === null ? next.delete(name) : next.set(name, value);
      return next;
    });
  const turn = () => {
    setLanguage(shown === "vi" ? "en" : "vi");
    setShown(language());
  };
  return (
    <>
      <header class="bar">
        <span class="brand">{t("app.title")} <span class="tagline">{t("app.tagline")}</span></span>
        <button type="button" class="quiet last" lang={shown === "vi" ? "en" : "vi"} onClick={turn}>{t("app.language")}</button>
      </header>
      <main class="view view-graph"><Explorer key={shown} source={SOURCE} params={params} onParams={change} /></main>
    </>
  );
}

document.documentElement.lang = language();
const root = document.getElementById("app");
if (root !== null) render(<File />, root);
