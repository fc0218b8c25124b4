/** People, bodies and places within a line, and articles as sources. */
import type { JSX } from "preact";
import { named, t } from "../i18n";
import { hrefOf } from "../router";
import { when } from "./dates";
import type { Figure, Source, Thing } from "./types";

/** A thing's name, a link where it has a page. What is local to an article (a group, a private person) has none. */
export function ThingName({ thing }: { thing: Thing }): JSX.Element {
  const href = thing.iri.includes("#") ? null : hrefOf(thing.iri);
  const name = href === null ? <span>{thing.name}</span> : <a class="thing" href={href}>{thing.name}</a>;
  if (thing.holder === undefined) return name;
  return <>{name} <span class="muted" title={named("basis", thing.holder.basis)}>(<ThingName thing={thing.holder} />)</span></>;
}

/** Names with commas between. */
export function ThingNames({ things }: { things: readonly Thing[] }): JSX.Element {
  return <>{things.map((thing, place) => <>{place > 0 && ", "}<ThingName key={thing.iri} thing={thing} /></>)}</>;
}

/** What kind of fact it is. */
export function KindTag({ kind }: { kind: string }): JSX.Element {
  return (
    <span class="tag kind" style={{ "--tag": `var(--kind-${colour(kind)})`, "--dot": `var(--kind-${colour(kind)})` }}>
      <span class="dot" aria-hidden="true" /> {named("kind", kind)}
    </span>
  );
}

/** The name of a kind's colour: facts that are drawn as edges have those of what they tell of. */
export function colour(kind: string): string {
  return { membership: "post", rank: "post", abstention: "ledger" }[kind] ?? kind;
}

/** Where and when an article was published; `href` opens it at the sentence. */
export function SourceLine({ article, href }: { article: Source; href?: string | null }): JSX.Element {
  const place = article.outlet ?? article.title ?? article.id;
  const date = article.published === null ? t("fact.undated") : when(article.published);
  return (
    <span class="source">
      {href ? <a href={href}>{place}</a> : place} <span class="nowrap">{date}</span>
    </span>
  );
}

/** Numbers, each with what it measures. */
export function Figures({ figures }: { figures: readonly Figure[] }): JSX.Element | null {
  if (figures.length === 0) return null;
  return (
    <span class="figures">
      {figures.map((figure) => (
        <span class="figure" key={figure.plain + figure.indicator}>
          {figure.indicator && <span class="muted">{figure.indicator} </span>}
          <b>{figure.text}</b>
          {figure.period && <span class="muted"> · {when(figure.period)}</span>}
        </span>
      ))}
    </span>
  );
}
