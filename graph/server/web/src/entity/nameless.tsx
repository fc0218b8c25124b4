/** Where articles tell of somebody by the post alone. */
import type { JSX } from "preact";
import { when } from "../facts/dates";
import { formatNumber, named, t } from "../i18n";
import { hrefOf } from "../router";
import type { Nameless } from "./types";

export function NamelessSection({ found }: { found: readonly Nameless[] }): JSX.Element {
  return (
    <section class="entity-section" id="nameless" aria-labelledby="title-nameless">
      <h2 id="title-nameless">{t("entity.nameless")} <span class="count">{formatNumber(found.length)}</span></h2>
      <ul class="facts">
        {found.map((one) => (
          <li key={`${one.article} ${one.post}`} class="fact-line">
            <span class="fact-when">{one.published === null ? t("fact.undated") : when(one.published)}</span>
            <div>
              {one.undertaken.map((told) => (
                <p key={told.iri} class="quote"><span class="muted">{named("kind", told.kind)}: </span><a href={hrefOf(told.iri) ?? "#"}>{told.words}</a></p>
              ))}
              <p class="fact-more"><a href={`/article/${one.article}`}>{one.post}</a> <span class="muted">({named("basis", one.basis)})</span></p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
