/** The life of one commitment: what was promised, what was said of it since, and how it stands today. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { when } from "../facts/dates";
import { Figures, KindTag, ThingNames } from "../facts/parts";
import { t } from "../i18n";
import { Line } from "../lives/line";
import { StatusMark } from "../lives/status";
import type { LifeData } from "../lives/types";
import { apiUrl, useJson } from "../server";
import type { ViewProps } from "./view";

export default function Life({ path, params, fragment }: ViewProps): JSX.Element {
  const { data, error } = useJson<LifeData>(apiUrl("life", { iri: `${path}#${fragment}`, on: params.get("on") }));
  useEffect(() => {
    if (data !== null) document.title = `${data.fact.quote} · Camket`;
  }, [data]);
  if (error !== null) return <p class="notice" role="alert">{t("app.failed", { why: error })}</p>;
  if (data === null) return <p class="notice">{t("app.loading")}</p>;
  return <Shown data={data} />;
}

function Shown({ data }: { data: LifeData }): JSX.Element {
  const { fact, entries } = data;
  const { actor = [], beneficiary = [] } = fact.parts;
  return (
    <article class="life-page">
      <header class="life-top">
        <p class="fact-more"><KindTag kind={fact.kind} /><span class="who"><ThingNames things={actor} /></span></p>
        <h1>{fact.quote}</h1>
        <p class="fact-more">
          {fact.due && <span>{t("fact.due")}: <b>{when(fact.due)}</b></span>}
          <Figures figures={fact.figures} />
          {beneficiary.length > 0 && <span>{t("role.beneficiary")}: <ThingNames things={beneficiary} /></span>}
          {fact.condition && <span>{t("fact.condition")}: {fact.condition}</span>}
        </p>
        {fact.became !== undefined && (
          <p class="life-verdict"><StatusMark status={fact.became.status} />{fact.became.status === "overdue" && <span class="muted">{t("life.overdue")}</span>}</p>
        )}
      </header>
      <h2>{t("life.title")}</h2>
      <Line entries={entries} asked={fact.iri} became={fact.became} />
    </article>
  );
}
