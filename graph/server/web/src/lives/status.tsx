/** How a commitment stands: a sign, a word and a colour, and the step that it rests on. */
import type { JSX } from "preact";
import { when } from "../facts/dates";
import { named, t } from "../i18n";
import { hrefOf, lifeHref } from "../router";
import type { Became, Linked } from "./types";

const SIGNS: Readonly<Record<string, string>> = {
  kept: "✓", "partly-kept": "◐", missed: "✕", refused: "⊘", moved: "→", revised: "±", renewed: "↻", restated: "=", told: "=", overdue: "!", open: "○",
};

/** A status, or a step on the way. */
export function StatusMark({ status }: { status: string }): JSX.Element {
  return (
    <span class="status" data-status={status} style={{ "--status": `var(--status-${status})` }}>
      <StatusSign status={status} /> {named("status", status)}
    </span>
  );
}

export function StatusSign({ status }: { status: string }): JSX.Element {
  return <span class="status-sign" style={{ "--status": `var(--status-${status})` }} aria-hidden="true">{SIGNS[status] ?? "·"}</span>;
}

/** The status of a commitment as a link to its life, with the latest step below. */
export function BecameMark({ iri, became }: { iri: string; became: Became }): JSX.Element {
  return (
    <span class="became">
      <a class="life-link" href={lifeHref(iri) ?? "#"} title={t("life.open")}><StatusMark status={became.status} /></a>
      {became.latest !== null && <LatestStep latest={became.latest} status={became.status} />}
    </span>
  );
}

function LatestStep({ latest, status }: { latest: Linked; status: string }): JSX.Element {
  return (
    <a class="latest" href={hrefOf(latest.iri) ?? "#"} title={latest.quote}>
      {latest.step !== status && <>{named("status", latest.step)} </>}
      {latest.due !== null && <b class="nowrap">{t("life.until", { due: when(latest.due) })} </b>}
      <span>{latest.outlet ?? latest.article}</span> <span class="nowrap">{when(latest.published ?? "")}</span>
    </a>
  );
}

/** Whether there is more to tell than that nothing has been heard yet. */
export function isNews(became: Became): boolean {
  return became.steps > 0 || became.status !== "open";
}

/** What a step tells, in words, with both deadlines where it moves one. */
export function StepWords({ step, before, due }: { step: string; before: string | null; due: string | null }): JSX.Element {
  if (before === null || due === null) return <StatusMark status={step} />;
  return (
    <>
      <StatusMark status={step} /> <span class="moved">{t("life.moved", { before: when(before), due: when(due) })}</span>
    </>
  );
}
