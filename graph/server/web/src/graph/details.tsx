/** What there is to know of the chosen node: its attributes, the words that prove it, and whom it is joined to. */
import type { JSX } from "preact";
import { language, named, t } from "../i18n";
import { hrefOf } from "../router";
import type { DrawnGraph, DrawnNode } from "./model";

interface Props {
  readonly graph: DrawnGraph;
  readonly node: string;
  readonly relations: Readonly<Record<string, string>>;
  readonly onChoose: (node: string) => void;
  readonly onExpand: (() => void) | null;
  readonly onChainFrom: () => void;
  readonly onClose: () => void;
}

const TOLD = ["label_en", "posts", "ranks", "class", "speech_act", "cue", "date", "due", "published", "publisher", "measures", "condition", "aliases"];
const MOST_VALUES = 6;
const MOST_NEIGHBOURS = 100;

export function Details({ graph, node, relations, onChoose, onExpand, onChainFrom, onClose }: Props): JSX.Element {
  const { drawn } = graph.getNodeAttributes(node);
  return (
    <section class="details" aria-label={t("graph.details")}>
      <header>
        <p class="tag" style={{ "--tag": `var(--kind-${drawn.kind})` }}>{named("kind", drawn.kind)}</p>
        <button type="button" class="quiet" onClick={onClose} aria-label={t("graph.close")}>×</button>
      </header>
      <h2>{drawn.label}</h2>
      {drawn["quote"] ? <blockquote>{drawn["quote"]}</blockquote> : null}
      <dl>
        {TOLD.filter((name) => drawn[name] !== undefined && drawn[name] !== "").map((name) => (
          <>
            <dt>{named("attribute", name)}</dt>
            <dd>{valuesOf(String(drawn[name]))}</dd>
          </>
        ))}
      </dl>
      <p class="actions">
        <Source drawn={drawn} />
        {onExpand ? <button type="button" onClick={onExpand}>{t("graph.expand")}</button> : null}
        <button type="button" onClick={onChainFrom}>{t("graph.chainFromHere")}</button>
      </p>
      <Neighbours graph={graph} node={node} relations={relations} onChoose={onChoose} />
    </section>
  );
}

function valuesOf(joined: string): string {
  const values = joined.split(" | ");
  return values.slice(0, MOST_VALUES).join(" · ") + (values.length > MOST_VALUES ? " …" : "");
}

/** The page of a thing, the sentence of a fact. */
function Source({ drawn }: { drawn: DrawnNode }): JSX.Element | null {
  const href = hrefOf(drawn.id);
  if (href !== null) return <a class="button" href={href}>{t(drawn.id.includes("#") ? "graph.openSentence" : "graph.openPage")}</a>;
  const url = String(drawn["url"] ?? "");
  return /^https?:\/\//.test(url) ? <a class="button" href={url} rel="noreferrer noopener" target="_blank">{t("graph.openArticle")}</a> : null;
}

function Neighbours({ graph, node, relations, onChoose }: Pick<Props, "graph" | "node" | "relations" | "onChoose">): JSX.Element {
  const groups = new Map<string, Set<string>>();
  graph.forEachEdge(node, (_id, data, source, target) => {
    const heading = `${source === node ? "→" : "←"} ${language() === "vi" ? (relations[data.kind] ?? data.kind) : data.kind}`;
    groups.set(heading, (groups.get(heading) ?? new Set()).add(source === node ? target : source));
  });
  return (
    <>
      {[...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([heading, ends]) => (
        <>
          <h3>{heading} <span class="muted small">{ends.size}</span></h3>
          <ul class="neighbours">
            {[...ends].slice(0, MOST_NEIGHBOURS).map((end) => {
              const { drawn } = graph.getNodeAttributes(end);
              return (
                <li key={end}>
                  <button type="button" class="quiet" onClick={() => onChoose(end)}>
                    <span class="dot" style={{ "--dot": `var(--kind-${drawn.kind})` }} /> {drawn.label}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      ))}
    </>
  );
}
