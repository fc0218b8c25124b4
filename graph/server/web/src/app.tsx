/** The frame around every view: the bar with its sections, the language, and what is shown where nothing can be. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { language, setLanguage, t } from "./i18n";
import { type Route, type ViewName, useRoute } from "./router";
import { messageOf } from "./server";
import type { View } from "./views/view";

const LOADERS: Readonly<Record<ViewName, () => Promise<{ default: View }>>> = {
  commitments: () => import("./views/commitments"),
  article: () => import("./views/article"),
  life: () => import("./views/life"),
  entity: () => import("./views/entity"),
  graph: () => import("./views/graph"),
  query: () => import("./views/query"),
};
const SECTIONS = [
  { view: "commitments", href: "/", name: "nav.commitments" },
  { view: "graph", href: "/graph", name: "nav.graph" },
  { view: "query", href: "/query", name: "nav.query" },
] as const;

export function App(): JSX.Element {
  const route = useRoute();
  const [shown, setShown] = useState(language());
  const change = () => {
    setLanguage(shown === "vi" ? "en" : "vi");
    setShown(language());
  };
  return (
    <>
      <a class="skip" href="#main">{t("app.skip")}</a>
      <Bar route={route} onLanguage={change} />
      <main id="main" class={`view view-${route?.view ?? "none"}`} tabIndex={-1}>
        {route === null ? <NotFound /> : <Shown key={`${route.view} ${shown}`} route={route} />}
      </main>
    </>
  );
}

function Bar({ route, onLanguage }: { route: Route | null; onLanguage: () => void }): JSX.Element {
  return (
    <header class="bar">
      <a class="brand" href="/">
        {t("app.title")} <span class="tagline">{t("app.tagline")}</span>
      </a>
      <nav aria-label={t("app.sections")}>
        {SECTIONS.map(({ view, href, name }) => (
          <a href={href} aria-current={route?.view === view ? "page" : undefined}>{t(name)}</a>
        ))}
      </nav>
      <button type="button" class="quiet" lang={language() === "vi" ? "en" : "vi"} onClick={onLanguage}>
        {t("app.language")}
      </button>
    </header>
  );
}

/** The view, once its code is there. */
function Shown({ route }: { route: Route }): JSX.Element {
  const [view, setView] = useState<{ name: ViewName; View: View } | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    LOADERS[route.view]().then(
      (module) => wanted && setView({ name: route.view, View: module.default }),
      (why: unknown) => wanted && setError(messageOf(why)),
    );
    return () => {
      wanted = false;
    };
  }, [route.view]);
  if (error !== null) return <p class="notice" role="alert">{t("app.failed", { why: error })}</p>;
  if (view?.name !== route.view) return <p class="notice">{t("app.loading")}</p>;
  return <view.View path={route.path} params={route.params} fragment={route.fragment} />;
}

function NotFound(): JSX.Element {
  return (
    <p class="notice">
      {t("app.notFound")} <a href="/">{t("app.toFront")}</a>
    </p>
  );
}
