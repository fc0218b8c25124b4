/** The article's text with every fact marked: a link of its own, which shows the fact when pointed at or focused. */
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { FactDetails } from "../facts/details";
import { colour } from "../facts/parts";
import type { Fact } from "../facts/types";
import { named, t } from "../i18n";
import { type Segment, segments } from "./segments";

interface Props {
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly opened: string;
}

interface Pointed {
  readonly facts: readonly Fact[];
  readonly left: number;
  /** The line below which the card hangs, or above which it stands where there is no room below. */
  readonly line: number;
  readonly above: boolean;
}

const CARD_WIDTH = 352;
const CARD_HEIGHT = 260; // pixels that a card takes at most, mostly
const GAP = 6;

export function Text({ text, facts, opened }: Props): JSX.Element {
  const parts = useMemo(() => segments(text, facts), [text, facts]);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector("[data-opened]")?.scrollIntoView({ block: "center" });
  }, [opened, parts]);
  useEffect(() => {
    const hide = (event: KeyboardEvent) => event.key === "Escape" && setPointed(null);
    document.addEventListener("keydown", hide);
    return () => document.removeEventListener("keydown", hide);
  }, []);

  const point = (segment: Segment, mark: HTMLElement) => {
    const around = box.current?.getBoundingClientRect();
    const lines = mark.getClientRects();
    const [first, last] = [lines[0], lines[lines.length - 1]];
    if (!around || !first || !last) return;
    const above = last.bottom + CARD_HEIGHT > window.innerHeight && first.top > CARD_HEIGHT;
    const left = Math.max(0, Math.min((above ? first : last).left - around.left, around.width - CARD_WIDTH));
    setPointed({ facts: segment.facts, left, line: above ? first.top - around.top - GAP : last.bottom - around.top + GAP, above });
  };
  return (
    <div class="article-text" ref={box} onMouseLeave={() => setPointed(null)}>
      {parts.map((segment) =>
        segment.facts.length === 0 ? (
          segment.text
        ) : (
          <Mark key={segment.start} segment={segment} opened={opened} onPoint={(mark) => point(segment, mark)} onLeave={() => setPointed(null)} />
        ),
      )}
      {pointed !== null && (
        <div class={`fact-card card${pointed.above ? " above" : ""}`} role="tooltip" style={{ left: `${pointed.left}px`, top: `${pointed.line}px` }}>
          {pointed.facts.map((fact) => <FactDetails key={fact.iri} fact={fact} brief />)}
        </div>
      )}
    </div>
  );
}

interface MarkProps {
  readonly segment: Segment;
  readonly opened: string;
  readonly onPoint: (mark: HTMLElement) => void;
  readonly onLeave: () => void;
}

function Mark({ segment, opened, onPoint, onLeave }: MarkProps): JSX.Element {
  const first = segment.facts[0];
  const shown = segment.facts.find((fact) => idOf(fact) === opened);
  const beginning = segment.facts.find((fact) => fact.start === segment.start);
  const kind = first?.kind ?? "";
  const begins = shown !== undefined && shown.start === segment.start;
  return (
    <a
      href={`#${idOf(beginning ?? first)}`}
      class={`mark mark-${weightOf(kind)}${shown ? " opened" : ""}`}
      style={{ "--mark": `var(--kind-${colour(kind)})` }}
      tabIndex={beginning ? 0 : -1}
      aria-label={beginning ? t("article.mark", { kind: named("kind", beginning.kind), words: segment.text }) : undefined}
      aria-current={begins ? "true" : undefined}
      data-opened={begins ? "" : undefined}
      onMouseEnter={(event) => onPoint(event.currentTarget)}
      onFocus={(event) => onPoint(event.currentTarget)}
      onBlur={onLeave}
    >
      {segment.text}
    </a>
  );
}

/** What stands after `#` in a fact's IRI. */
export function idOf(fact: Fact | undefined): string {
  return fact?.iri.split("#")[1] ?? "";
}

/** How strongly a kind is marked: what somebody undertakes most, that somebody said something least. */
function weightOf(kind: string): "strong" | "light" | "ledger" {
  if (kind === "abstention") return "ledger";
  return ["pledge", "goal", "directive", "expectation", "refusal"].includes(kind) ? "strong" : "light";
}
