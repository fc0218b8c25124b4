/** A fact opened: all that is known of it, its words first. */
import type { JSX } from "preact";
import { named, t } from "../i18n";
import { when } from "./dates";
import { Figures, KindTag, ThingNames } from "./parts";
import { Elsewhere } from "../lives/elsewhere";
import type { Fact } from "./types";

const ROLES = [
  "actor", "member", "holder", "speaker", "behalf", "beneficiary", "post", "organization", "attendee", "organizer",
  "chair", "location", "of",
] as const;

export function FactDetails({ fact, brief = false }: { fact: Fact; brief?: boolean }): JSX.Element {
  return (
    <div class="fact-details" style={{ "--tag": `var(--kind-${fact.kind})` }}>
      <p class="fact-head">
        <KindTag kind={fact.kind} />
        {fact.event && <span class="muted">{named("event", fact.event)}</span>}
        {fact.act && <span class="muted">{named("act", fact.act)}</span>}
        {fact.turn && <span class="muted">{named("turn", fact.turn)}</span>}
        {fact.outcome && <span class="muted">{named("outcome", fact.outcome)}</span>}
        {fact.former && <span class="muted">{t("fact.former")}</span>}
      </p>
      {!brief && <blockquote>{fact.quote}</blockquote>}
      <dl>
        {fact.reason && <Row name={t("fact.reason")}>{named("reason", fact.reason)}</Row>}
        {ROLES.filter((role) => role !== "post" || !fact.role).map((role) => {
          const things = fact.parts[role] ?? [];
          return things.length > 0 && <Row key={role} name={named("role", role)}><ThingNames things={things} /></Row>;
        })}
        {fact.role && <Row name={t("fact.role")}>{fact.role}</Row>}
        {fact.rank && <Row name={t("fact.rank")}>{fact.rank}</Row>}
        {fact.figures.length > 0 && <Row name={t("fact.number")}><Figures figures={fact.figures} /></Row>}
        {fact.due && <Row name={t("fact.due")}>{when(fact.due)}</Row>}
        {fact.former_due && <Row name={t("fact.formerDue")}>{when(fact.former_due)}</Row>}
        {fact.condition && <Row name={t("fact.condition")}>{fact.condition}</Row>}
        {fact.on && <Row name={t(fact.kind === "membership" || fact.kind === "rank" ? "fact.attested" : "fact.on")}>{when(fact.on)}</Row>}
        {fact.cue && <Row name={t("fact.cue")}>“{fact.cue}”</Row>}
      </dl>
      <Elsewhere fact={fact} />
    </div>
  );
}

function Row({ name, children }: { name: string; children: JSX.Element | string | (JSX.Element | string)[] }): JSX.Element {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}
