/** The life of a commitment as a line in time: each fact where it was published, each deadline where it falls. */
import type { JSX } from "preact";
import { lastDay, when } from "../facts/dates";
import { Figures, KindTag, SourceLine, ThingNames } from "../facts/parts";
import { named, t } from "../i18n";
import { hrefOf } from "../router";
import { Arithmetic } from "./arithmetic";
import { StepWords } from "./status";
import type { Became, Entry } from "./types";

const SETTLED = ["kept", "partly-kept", "missed", "refused"];

interface Point {
  readonly day: string;
  readonly shown: JSX.Element;
}

export function Line({ entries, asked, became }: { entries: readonly Entry[]; asked: string; became: Became | undefined }): JSX.Element {
  const today = new Date().toISOString().slice(0, 10);
  const published = new Map(entries.map(({ fact }) => [fact.iri, fact.article.published ?? ""]));
  const points: Point[] = entries.map((entry) => ({
    day: entry.fact.article.published === null ? "" : lastDay(entry.fact.article.published),
    shown: <Told key={entry.fact.iri} entry={entry} asked={entry.fact.iri === asked} again={isAgain(entry, published)} />,
  }));
  for (const due of deadlines(entries)) points.push({ day: lastDay(due), shown: <Deadline key={due} due={due} gone={lastDay(due) < today} /> });
  const standing = lastWord(entries) ?? became;
  if (standing !== undefined && !SETTLED.includes(standing.status)) points.push({ day: today, shown: <Now key="now" status={standing.status} /> });
  points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return <ol class="life">{points.map((point) => point.shown)}</ol>;
}

/** How the undertaking stands that was published last: what was moved is over, what it was moved to may be overdue. */
function lastWord(entries: readonly Entry[]): Became | undefined {
  return entries.findLast(({ fact }) => fact.became !== undefined)?.fact.became;
}

/** Whether a fact says again what was published before it: an outlet may tell of it earlier than the one with the most. */
function isAgain(entry: Entry, published: ReadonlyMap<string, string>): boolean {
  const earlier = published.get(entry.links[0]?.earlier ?? "");
  return earlier !== undefined && (entry.fact.article.published ?? "") > earlier;
}

/** The deadlines of the undertakings, each once. */
function deadlines(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ fact }) => (fact.became !== undefined && fact.due ? [fact.due] : [])))];
}

interface ToldProps {
  readonly entry: Entry;
  readonly asked: boolean;
  readonly again: boolean;
}

function Told({ entry, asked, again }: ToldProps): JSX.Element {
  const { fact, links } = entry;
  const link = links[0];
  const { actor = [], speaker = [], of = [] } = fact.parts;
  const others = speaker.filter((who) => !actor.some((one) => one.iri === who.iri));
  const whose = actor.length > 0 ? actor : of;
  return (
    <li class={`life-step${asked ? " asked" : ""}`} style={{ "--status": link === undefined ? `var(--kind-${fact.kind})` : `var(--status-${link.step})` }} aria-current={asked ? "true" : undefined}>
      <span class="life-when">{fact.article.published === null ? t("fact.undated") : when(fact.article.published)}</span>
      <div class="life-what">
        <p class="life-head">
          {link === undefined ? <KindTag kind={fact.kind} /> : <StepWords step={link.step === "restated" && !again ? "told" : link.step} before={link.before} due={link.due} />}
          <span class="life-who"><ThingNames things={whose} /></span>
        </p>
        <blockquote><a href={hrefOf(fact.iri) ?? "#"}>{fact.quote}</a></blockquote>
        {link !== undefined && <Arithmetic reckonings={link.reckonings} />}
        <p class="fact-more">
          {link !== undefined && link.reckonings.length === 0 && fact.outcome && <span>{named("outcome", fact.outcome)}{fact.on && ` · ${when(fact.on)}`}</span>}
          {(link === undefined || link.reckonings.length === 0) && <Figures figures={fact.figures} />}
          {fact.due && <span>{t("fact.due")}: <b>{when(fact.due)}</b></span>}
          {others.length > 0 && <span>{t("role.speaker")}: <ThingNames things={others} /></span>}
          <SourceLine article={fact.article} href={hrefOf(fact.article.iri)} />
        </p>
        {links.length > 0 && <Why entry={entry} />}
      </div>
    </li>
  );
}

/** Why the steps are taken to be about this commitment, for who wants to know. */
function Why({ entry }: { entry: Entry }): JSX.Element {
  const reasons = [...new Set(entry.links.map((link) => link.because).filter(Boolean))];
  const ground = entry.links[0]?.ground ?? "";
  if (!ground && reasons.length === 0) return <></>;
  return (
    <details class="why">
      <summary>{t("life.why")}{ground && `: ${named("ground", ground)}`}</summary>
      {reasons.map((reason) => <p key={reason} lang="vi">{reason}</p>)}
    </details>
  );
}

function Deadline({ due, gone }: { due: string; gone: boolean }): JSX.Element {
  return (
    <li class="life-deadline">
      <span class="life-when">{when(due)}</span>
      <p class="muted">{t("fact.due")}{gone && ` · ${t("commitments.gone")}`}</p>
    </li>
  );
}

function Now({ status }: { status: string }): JSX.Element {
  return (
    <li class="life-now" style={{ "--status": `var(--status-${status})` }}>
      <span class="life-when">{t("life.today")}</span>
      <p>{t(status === "overdue" ? "life.overdue" : "life.going")}</p>
    </li>
  );
}
