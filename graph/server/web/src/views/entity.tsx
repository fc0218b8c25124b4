/** A person, body or place: posts over time, and all that articles tell of it. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { FateLines } from "../entity/fate";
import { NamelessSection } from "../entity/nameless";
import { Section } from "../entity/section";
import { Timeline } from "../entity/timeline";
import type { EntityData, Mention, Named } from "../entity/types";
import { when } from "../facts/dates";
import { FactLine } from "../facts/line";
import { KindTag, ThingName } from "../facts/parts";
import type { ToldFact } from "../facts/types";
import { formatNumber, named, t } from "../i18n";
import { hrefOf } from "../router";
import { apiUrl, useJson } from "../server";
import type { ViewProps } from "./view";

const SECTIONS = ["commitments", "tasks", "gains", "stated", "refusals", "statements", "events", "assessments", "observations", "ranks"];

export default function Entity({ path, fragment }: ViewProps): JSX.Element {
  const { data, error } = useJson<EntityData>(apiUrl("entity", { iri: path }));
  useEffect(() => {
    if (data !== null) document.title = `${data.name} · Camket`;
  }, [data]);
  useEffect(() => {
    if (data !== null && fragment) document.getElementById(fragment)?.scrollIntoView();
  }, [data, fragment]);
  if (error !== null) return <p class="notice" role="alert">{t("app.failed", { why: error })}</p>;
  if (data === null) return <p class="notice">{t("app.loading")}</p>;
  return <Shown key={data.iri} data={data} />;
}

function Shown({ data }: { data: EntityData }): JSX.Element {
  const sections = SECTIONS.filter((name) => data.counts[name]);
  return (
    <div class="entity-page">
      <header class="entity-head">
        <p class="entity-kind"><KindTag kind={data.kind} />{data.classes.map((name) => <span key={name} class="muted">{named("class", name)}</span>)}</p>
        <h1>{data.name}</h1>
        {data.english !== null && <p class="muted">{data.english}</p>}
        <FateLines fate={data.fate} />
        <Contents data={data} sections={sections} />
      </header>
      <div class="entity-main">
        {data.tenures.length > 0 && (
          <section class="entity-section" id="posts" aria-labelledby="title-posts">
            <h2 id="title-posts">{t(data.kind === "person" ? "entity.posts" : "entity.holders")} <span class="count">{formatNumber(data.tenures.length)}</span></h2>
            <Timeline tenures={data.tenures} order={data.order} about={data.iri} />
          </section>
        )}
        {sections.map((name) => (
          <Section<ToldFact>
            key={name} name={name} title={named("section", name)} iri={data.iri} count={data.counts[name] ?? 0} first={data.sections[name] ?? []}
            show={(fact) => <FactLine key={fact.iri} fact={fact} about={data.iri} />}
          />
        ))}
        {data.nameless.length > 0 && <NamelessSection found={data.nameless} />}
        {data.mentions.length > 0 && (
          <Section<Mention>
            name="mentions" title={t("entity.mentions")} iri={data.iri} count={data.articles} first={data.mentions}
            show={(mention) => <MentionLine key={mention.article.iri} mention={mention} />}
          />
        )}
      </div>
      <Beside data={data} />
    </div>
  );
}

/** The sections there are, to be jumped to. */
function Contents({ data, sections }: { data: EntityData; sections: readonly string[] }): JSX.Element {
  return (
    <nav class="contents no-print" aria-label={t("entity.contents")}>
      {sections.map((name) => (
        <a key={name} href={`#${name}`}>{named("section", name)} <span class="count">{formatNumber(data.counts[name] ?? 0)}</span></a>
      ))}
      <a href={`/graph?about=${encodeURIComponent(data.iri)}`}>{t("entity.inGraph")}</a>
    </nav>
  );
}

function Beside({ data }: { data: EntityData }): JSX.Element {
  return (
    <aside class="entity-side" aria-label={t("entity.about")}>
      <Names title={t("entity.within")} things={data.within} />
      <Names title={t("entity.jurisdiction")} things={data.jurisdiction} />
      {data.met.length > 0 && (
        <section>
          <h2>{t("entity.met")}</h2>
          <ul class="names">
            {data.met.map((one) => <li key={one.iri}><ThingName thing={one} />{one.times > 1 && <span class="muted"> ×{formatNumber(one.times)}</span>}</li>)}
          </ul>
        </section>
      )}
      <Names title={t("entity.parts")} things={data.parts} />
      {data.aliases.length > 0 && (
        <section><h2>{t("entity.aliases")}</h2><ul class="names">{data.aliases.map((name) => <li key={name}>{name}</li>)}</ul></section>
      )}
    </aside>
  );
}

function Names({ title, things }: { title: string; things: readonly Named[] }): JSX.Element | null {
  if (things.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="names">{things.map((thing) => <li key={thing.iri}><ThingName thing={{ ...thing, kind: "" }} /></li>)}</ul>
    </section>
  );
}

function MentionLine({ mention }: { mention: Mention }): JSX.Element {
  const { article, times } = mention;
  return (
    <li class="fact-line">
      <span class="fact-when">{article.published === null ? t("fact.undated") : when(article.published)}</span>
      <p>
        <a href={hrefOf(article.iri) ?? "#"}>{article.title ?? article.id}</a>
        <span class="muted"> {article.outlet}{times > 1 && ` · ×${formatNumber(times)}`}</span>
      </p>
    </li>
  );
}
