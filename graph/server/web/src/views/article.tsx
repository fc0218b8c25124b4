/** An article: its text with every fact marked, and the fact that is open. */
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Kinds } from "../article/kinds";
import { idOf, Text } from "../article/text";
import { FactDetails } from "../facts/details";
import { when } from "../facts/dates";
import { ThingName } from "../facts/parts";
import type { Fact, Source, Thing } from "../facts/types";
import { named, t } from "../i18n";
import { isTold } from "../lives/elsewhere";
import { StatusMark } from "../lives/status";
import { navigate } from "../router";
import { apiUrl, useJson } from "../server";
import type { ViewProps } from "./view";

interface Mentioned extends Thing {
  readonly start: number;
  readonly times: number;
}

interface ArticleData {
  readonly article: Source;
  readonly text: string | null;
  readonly facts: readonly Fact[];
  readonly mentions: readonly Mentioned[];
}

export default function Article({ path, fragment }: ViewProps): JSX.Element {
  const { data, error } = useJson<ArticleData>(apiUrl("article", { iri: path }));
  const title = data === null ? null : (data.article.title ?? data.article.id);
  useEffect(() => {
    if (title !== null) document.title = `${title} · Camket`;
  }, [title]);
  if (error !== null) return <p class="notice" role="alert">{t("app.failed", { why: error })}</p>;
  if (data === null) return <p class="notice">{t("app.loading")}</p>;
  return <Shown data={data} fragment={fragment} />;
}

function Shown({ data, fragment }: { data: ArticleData; fragment: string }): JSX.Element {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const opened = data.facts.find((fact) => idOf(fact) === fragment);
  const facts = useMemo(() => data.facts.filter((fact) => !hidden.has(fact.kind)), [data, hidden]);
  const toggle = (kind: string) => setHidden(new Set(hidden.has(kind) ? [...hidden].filter((one) => one !== kind) : [...hidden, kind]));
  return (
    <div class="article-page">
      <article>
        <Head article={data.article} />
        {data.text === null ? <Quotes facts={facts} opened={fragment} /> : <Text text={data.text} facts={facts} opened={fragment} />}
      </article>
      <aside aria-label={t("article.facts")}>
        {opened !== undefined && <Opened fact={opened} among={data.facts} />}
        <h2>{t("article.facts")}</h2>
        <Kinds facts={data.facts} hidden={hidden} onToggle={toggle} />
        <Told facts={data.facts} />
        <Mentions mentions={data.mentions} />
      </aside>
    </div>
  );
}

function Head({ article }: { article: Source }): JSX.Element {
  return (
    <header class="article-head">
      <p class="muted">
        {[article.outlet, article.published && when(article.published)].filter(Boolean).join(" · ")}
        {article.url && /^https?:/.test(article.url) && (
          <> · <a href={article.url} rel="noreferrer noopener" target="_blank">{t("graph.openArticle")} ↗</a></>
        )}
      </p>
      <h1>{article.title ?? article.id}</h1>
    </header>
  );
}

function Opened({ fact, among }: { fact: Fact; among: readonly Fact[] }): JSX.Element {
  const also = among.filter((other) => other !== fact && other.start < fact.end && fact.start < other.end);
  return (
    <section class="opened-fact card" aria-label={t("article.opened")} aria-live="polite">
      <button type="button" class="quiet close" aria-label={t("graph.close")} onClick={() => navigate(window.location.pathname, { replace: true })}>×</button>
      <FactDetails fact={fact} />
      {also.length > 0 && (
        <div class="also">
          <span class="muted">{t("article.also")}</span>
          {also.map((other) => <a key={other.iri} href={`#${idOf(other)}`}>{named("kind", other.kind)}: {other.quote}</a>)}
        </div>
      )}
    </section>
  );
}

/** The words of the facts alone, where the text is not kept or not shown. */
function Quotes({ facts, opened }: { facts: readonly Fact[]; opened: string }): JSX.Element {
  return (
    <>
      <p class="notice">{t("article.noText")}</p>
      <ul class="quotes">
        {facts.map((fact) => (
          <li key={fact.iri} class={idOf(fact) === opened ? "opened" : ""}><FactDetails fact={fact} /></li>
        ))}
      </ul>
    </>
  );
}

/** The facts of which other articles tell, or that tell of those of others. */
function Told({ facts }: { facts: readonly Fact[] }): JSX.Element | null {
  const told = facts.filter(isTold);
  if (told.length === 0) return null;
  return (
    <section class="told-elsewhere">
      <h2>{t("article.elsewhere")}</h2>
      <ul class="names">
        {told.map((fact) => (
          <li key={fact.iri}>
            {fact.became !== undefined && fact.became.steps > 0 && <StatusMark status={fact.became.latest?.step ?? fact.became.status} />}
            {fact.tells?.slice(0, 1).map((earlier) => <StatusMark key={earlier.iri} status={earlier.step} />)}
            {fact.occasion !== undefined && <span class="tag">{t("occasion.count", { n: fact.occasion.accounts })}</span>}{" "}
            <a href={`#${idOf(fact)}`}>{fact.quote}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NAMED = ["person", "body", "place"];

function Mentions({ mentions }: { mentions: readonly Mentioned[] }): JSX.Element {
  return (
    <>
      {NAMED.map((kind) => {
        const things = mentions.filter((thing) => thing.kind === kind);
        if (things.length === 0) return null;
        return (
          <section key={kind} class="mentioned">
            <h2>{named("mentioned", kind)}</h2>
            <ul class="names">{things.map((thing) => <li key={thing.iri}><ThingName thing={thing} /></li>)}</ul>
          </section>
        );
      })}
    </>
  );
}
