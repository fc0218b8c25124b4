/** What other articles say of the same: in a fact that is open, and as a list beside an article. */
import type { JSX } from "preact";
import { when } from "../facts/dates";
import type { Fact } from "../facts/types";
import { named, t } from "../i18n";
import { hrefOf, lifeHref } from "../router";
import { BecameMark, StepWords } from "./status";
import type { Linked, Occasion, Telling } from "./types";

/** Whether another article speaks of a fact, or it of another article's. */
export function isTold(fact: Fact): boolean {
  return (fact.became?.steps ?? 0) > 0 || (fact.tells?.length ?? 0) > 0 || others(fact).length > 0;
}

export function Elsewhere({ fact }: { fact: Fact }): JSX.Element | null {
  const { became, tells = [], occasion } = fact;
  if (became === undefined && tells.length === 0 && others(fact).length === 0) return null;
  return (
    <div class="elsewhere">
      {became !== undefined && <p><BecameMark iri={fact.iri} became={became} /></p>}
      {tells.map((earlier) => <Tells key={earlier.iri} earlier={earlier} />)}
      {occasion !== undefined && others(fact).length > 0 && <OccasionTold occasion={occasion} about={fact.iri} />}
    </div>
  );
}

/** The earlier undertaking that a fact tells of; `more`: of how many others it does. */
export function Tells({ earlier, more = 0 }: { earlier: Linked; more?: number }): JSX.Element {
  return (
    <p class="tells">
      <StepWords step={earlier.step} before={earlier.before} due={earlier.due} />{" "}
      <a class="quote" href={lifeHref(earlier.iri) ?? "#"}>{earlier.quote}</a>{" "}
      <span class="muted small">{earlier.outlet ?? earlier.article} {when(earlier.published ?? "")}{more > 0 && ` · +${more}`}</span>
    </p>
  );
}

/** Who else tells of a meeting, and on what they do not agree. */
export function OccasionTold({ occasion, about }: { occasion: Occasion; about: string }): JSX.Element {
  const told = occasion.tellings.filter((one) => one.iri !== about);
  return (
    <div class="occasion">
      <p>
        <span class="muted">{t("occasion.also")}</span>{" "}
        {told.map((one, place) => (
          <span key={one.iri}>{place > 0 && ", "}<a href={hrefOf(one.iri) ?? "#"} title={one.quote}>{one.outlet ?? one.article}</a> <span class="muted nowrap">{when(one.published ?? "")}</span></span>
        ))}
        {occasion.accounts > occasion.tellings.length && <span class="muted"> · +{occasion.accounts - occasion.tellings.length}</span>}
      </p>
      {occasion.disagrees.length > 0 && (
        <dl class="disagrees">
          {occasion.disagrees.map((property) => <Disagreement key={property} property={property} tellings={occasion.tellings} />)}
        </dl>
      )}
    </div>
  );
}

function Disagreement({ property, tellings }: { property: string; tellings: readonly Telling[] }): JSX.Element {
  const said = tellings.map((one) => [one, valueOf(property, one)] as const).filter(([, value]) => value);
  return (
    <div>
      <dt>{t("occasion.disagrees", { what: named("disagrees", property) })}</dt>
      {said.map(([one, value]) => <dd key={one.iri}>{value} <span class="muted">({one.outlet ?? one.article})</span></dd>)}
    </div>
  );
}

function valueOf(property: string, one: Telling): string {
  if (property === "location") return one.location.join(", ");
  if (property === "chair") return one.chair.join(", ");
  if (property === "type") return named("event", one.event);
  return one.on === null ? "" : when(one.on);
}

function others(fact: Fact): readonly Telling[] {
  return fact.occasion?.tellings.filter((one) => one.iri !== fact.iri) ?? [];
}
