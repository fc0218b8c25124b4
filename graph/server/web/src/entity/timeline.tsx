/** Posts over time: from when to when articles attest each, drawn on one scale of years. */
import type { JSX } from "preact";
import { firstDay, lastDay, span, when } from "../facts/dates";
import { ThingName } from "../facts/parts";
import { formatNumber, t } from "../i18n";
import { hrefOf } from "../router";
import type { Neighbour, Tenure, Term } from "./types";

const DAY = 86_400_000;
const LEAST_SHARE = 1.2; // per cent: a post attested on one day is still to be seen

interface Props {
  readonly tenures: readonly Tenure[];
  readonly order: readonly Term[];
  readonly about: string;
}

export function Timeline({ tenures, order, about }: Props): JSX.Element {
  const days = tenures.flatMap(({ first, last }) => (first === null || last === null ? [] : [day(firstDay(first)), day(lastDay(last))]));
  const years = scale(days);
  return (
    <ol class="timeline">
      {years !== null && (
        <li class="years-row" aria-hidden="true">
          <span />
          <span class="years-scale">{years.marks.map((year) => <span key={year} style={{ left: `${years.at(Date.UTC(year, 0, 1))}%` }}>{year}</span>)}</span>
        </li>
      )}
      {tenures.map((tenure) => <Row key={tenure.sample.iri} tenure={tenure} term={termOf(tenure, order)} about={about} at={years?.at ?? null} />)}
    </ol>
  );
}

/** What is known of those before and after, of a post that is told to be held. */
function termOf(tenure: Tenure, order: readonly Term[]): Term | undefined {
  return tenure.former ? undefined : order.find((term) => term.who_iri === tenure.member.iri && term.post === tenure.post);
}

interface RowProps {
  readonly tenure: Tenure;
  readonly term: Term | undefined;
  readonly about: string;
  readonly at: ((day: number) => number) | null;
}

function Row({ tenure, term, about, at }: RowProps): JSX.Element {
  const { member, post, former, first, last, times, sample } = tenure;
  const from = at !== null && first !== null ? at(day(firstDay(first))) : null;
  const width = at !== null && from !== null && last !== null ? at(day(lastDay(last))) - from : 0;
  return (
    <li class={former ? "former" : ""}>
      <span class="tenure-name">
        {member.iri === about ? <b>{post}</b> : <><ThingName thing={member} />: {post}</>}
        {former && <span class="muted"> ({t("fact.former")})</span>}
      </span>
      <span class="tenure-bar">
        {from !== null && <span class="bar-mark" style={{ left: `${from}%`, width: `${Math.max(width, LEAST_SHARE)}%` }} />}
      </span>
      <span class="tenure-when small">
        {span(first, last)} · <a href={hrefOf(sample.iri) ?? "#"}>{t("entity.articles", { n: formatNumber(times) })}</a>
        {term !== undefined && <Order term={term} />}
      </span>
    </li>
  );
}

/** After whom and before whom; by when the post was given up; who is told to have held it at the same time. */
function Order({ term }: { term: Term }): JSX.Element {
  return (
    <>
      {term.left !== null && <span class="tenure-order">{t("tenure.left", { when: when(term.left) })}</span>}
      <Neighbours title={t("tenure.after")} found={term.before} />
      <Neighbours title={t("tenure.before")} found={term.after} />
      <Neighbours title={t("tenure.conflict")} found={term.conflicts} warn />
    </>
  );
}

function Neighbours({ title, found, warn = false }: { title: string; found: readonly Neighbour[]; warn?: boolean }): JSX.Element | null {
  if (found.length === 0) return null;
  return (
    <span class={warn ? "tenure-order warn" : "tenure-order"}>
      {title} {found.map((one, place) => <span key={one.iri}>{place > 0 && ", "}<ThingName thing={{ ...one, kind: "person" }} /></span>)}
    </span>
  );
}

function day(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** Whole years around the days, and where on them a day lies, in per cent; `null` where no day is known. */
function scale(days: readonly number[]): { marks: readonly number[]; at: (day: number) => number } | null {
  if (days.length === 0) return null;
  const first = new Date(Math.min(...days)).getUTCFullYear();
  const last = new Date(Math.max(...days)).getUTCFullYear() + 1;
  const begin = Date.UTC(first, 0, 1);
  const length = Date.UTC(last, 0, 1) - begin + DAY;
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const marks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => first + place * step);
  return { marks: marks.filter((year) => year < last || last - first === 1), at: (day) => (100 * (day - begin)) / length };
}
