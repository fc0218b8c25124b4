/** The rows: who is to do what, by when, said by whom, in which article. */
import type { JSX } from "preact";
import { t } from "../i18n";
import { changeParams, hrefOf } from "../router";
import { when } from "../facts/dates";
import { Figures, KindTag, SourceLine, ThingNames } from "../facts/parts";
import type { ToldFact } from "../facts/types";
import { BecameMark } from "../lives/status";
import { NEWEST_FIRST } from "./filters";

const COLUMNS = [
  { name: "who", sort: "who", first: "who" },
  { name: "what", sort: null, first: "" },
  { name: "due", sort: "due", first: "due" },
  { name: "became", sort: "status", first: "status" },
  { name: "said", sort: null, first: "" },
  { name: "published", sort: "published", first: "-published" },
] as const;

export function Table({ rows, params, busy }: { rows: readonly ToldFact[]; params: URLSearchParams; busy: boolean }): JSX.Element {
  const sort = params.get("sort") ?? NEWEST_FIRST;
  return (
    <table class="commitments" aria-busy={busy}>
      <caption class="visually-hidden">{t("commitments.title")}</caption>
      <thead>
        <tr>{COLUMNS.map((column) => <Head key={column.name} column={column} sort={sort} />)}</tr>
      </thead>
      <tbody>{rows.map((row) => <Row key={row.iri} row={row} />)}</tbody>
    </table>
  );
}

function Head({ column, sort }: { column: (typeof COLUMNS)[number]; sort: string }): JSX.Element {
  const name = t(`commitments.${column.name}`);
  if (column.sort === null) return <th scope="col">{name}</th>;
  const sorted = sort.replace("-", "") === column.sort;
  const falling = sort.startsWith("-");
  const next = sorted ? (falling ? column.sort : `-${column.sort}`) : column.first;
  return (
    <th scope="col" aria-sort={sorted ? (falling ? "descending" : "ascending") : "none"}>
      <button type="button" class="quiet sort" onClick={() => changeParams({ sort: next === NEWEST_FIRST ? null : next })}>
        {name} <span aria-hidden="true">{sorted ? (falling ? "↓" : "↑") : "↕"}</span>
      </button>
    </th>
  );
}

function Row({ row }: { row: ToldFact }): JSX.Element {
  const { actor = [], speaker = [], beneficiary = [] } = row.parts;
  const others = speaker.filter((who) => !actor.some((one) => one.iri === who.iri));
  const href = hrefOf(row.iri);
  return (
    <tr style={{ "--dot": `var(--kind-${row.kind})` }}>
      <td class="cell-who"><KindTag kind={row.kind} /><span class="who"><ThingNames things={actor} /></span></td>
      <td class="cell-what">
        <a class="quote" href={href ?? "#"}>{row.quote}</a>
        <span class="row-more">
          <Figures figures={row.figures} />
          {beneficiary.length > 0 && <span>{t("role.beneficiary")}: <ThingNames things={beneficiary} /></span>}
          {row.condition && <span>{t("fact.condition")}: {row.condition}</span>}
        </span>
      </td>
      <td class="cell-due">{row.due && <Due due={row.due} />}</td>
      <td class="cell-became">{row.became !== undefined && <BecameMark iri={row.iri} became={row.became} />}</td>
      <td class="cell-said">
        {others.length > 0 && <><span class="only-narrow muted">{t("commitments.said")}: </span><ThingNames things={others} /></>}
      </td>
      <td class="cell-source"><SourceLine article={row.article} href={hrefOf(row.article.iri)} /></td>
    </tr>
  );
}

function Due({ due }: { due: string }): JSX.Element {
  return (
    <>
      <span class="only-narrow muted">{t("fact.due")}: </span>
      <span class="due">{when(due)}</span>
    </>
  );
}
