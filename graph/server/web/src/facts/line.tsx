/** A fact in a list: its words as a link to their sentence, and in small what else is known of it. */
import type { JSX } from "preact";
import { named, t } from "../i18n";
import { hrefOf } from "../router";
import { when } from "./dates";
import { Figures, KindTag, SourceLine, ThingNames } from "./parts";
import { OccasionTold, Tells } from "../lives/elsewhere";
import { BecameMark, isNews } from "../lives/status";
import type { Thing, ToldFact } from "./types";

const SHOWN = ["actor", "beneficiary", "speaker", "member", "attendee", "of"] as const;

/** `about`: the IRI of whom the list is about, who is not named again. */
export function FactLine({ fact, about }: { fact: ToldFact; about: string }): JSX.Element {
  const href = hrefOf(fact.iri);
  const on = fact.on ?? fact.article.published;
  return (
    <li class="fact-line">
      <span class="fact-when">{on === null ? t("fact.undated") : when(on)}</span>
      <div>
        <p class="quote">{href === null ? fact.quote : <a href={href}>{fact.quote}</a>}</p>
        <p class="fact-more">
          <KindTag kind={fact.kind} />
          {fact.event && <span>{named("event", fact.event)}</span>}
          {fact.act && fact.act !== "Asserting" && <span>{named("act", fact.act)}</span>}
          {fact.outcome && <span>{named("outcome", fact.outcome)}</span>}
          <Others fact={fact} about={about} />
          {fact.due && <span>{t("fact.due")}: <b>{when(fact.due)}</b></span>}
          <Figures figures={fact.figures} />
          <SourceLine article={fact.article} />
        </p>
        {fact.became !== undefined && isNews(fact.became) && <BecameMark iri={fact.iri} became={fact.became} />}
        {fact.tells !== undefined && fact.tells[0] !== undefined && <Tells earlier={fact.tells[0]} more={fact.tells.length - 1} />}
        {fact.occasion !== undefined && fact.occasion.tellings.length > 1 && <OccasionTold occasion={fact.occasion} about={fact.iri} />}
      </div>
    </li>
  );
}

function Others({ fact, about }: { fact: ToldFact; about: string }): JSX.Element {
  const shown = SHOWN.map((role) => [role, others(fact.parts[role], about)] as const).filter(([, things]) => things.length);
  return (
    <>
      {shown.map(([role, things]) => (
        <span key={role}>{named("role", role)}: <ThingNames things={things} /></span>
      ))}
    </>
  );
}

function others(things: readonly Thing[] | undefined, about: string): readonly Thing[] {
  return (things ?? []).filter((thing) => thing.iri !== about);
}
