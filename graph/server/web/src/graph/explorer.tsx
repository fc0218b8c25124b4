/** The graph explorer: the drawing, what is seen of it, and what there is to know of the chosen node. */
import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { messageOf } from "../server";
import { download } from "../download";
import { type Changes, hiding, stateOf, within } from "./address";
import { findCommunities } from "./communities";
import { Controls } from "./controls";
import { Details } from "./details";
import { countKinds, range } from "./filter";
import { Layout } from "./layout";
import { type Drawing, add, emptyGraph } from "./model";
import { Scene } from "./scene";
import type { GraphSource } from "./source";

interface Props {
  readonly source: GraphSource;
  readonly params: URLSearchParams;
  readonly onParams: (changes: Changes, options?: { replace?: boolean }) => void;
}

const FIRST_STEP = 150;

export function Explorer({ source, params, onParams }: Props): JSX.Element {
  const state = useMemo(() => stateOf(params), [params.toString()]);
  const graph = useMemo(emptyGraph, []);
  const container = useRef<HTMLDivElement>(null);
  const scene = useRef<Scene | null>(null);
  const layout = useRef<Layout | null>(null);
  const known = useRef({ kinds: {} as Record<string, string>, relations: {} as Record<string, string>, steps: new Map<string, number>() });
  const [version, setVersion] = useState(0); // counts what was added to the graph
  const [running, setRunning] = useState(false);
  const [message, setMessage] = useState<string | null>(t("app.loading"));
  const [chain, setChain] = useState<readonly string[]>([]);
  const [seen, setSeen] = useState({ nodes: 0, edges: 0 });
  const years = useMemo(() => range(graph), [version]);
  const kinds = useMemo(() => countKinds(graph), [version]);
  const communities = useMemo(() => (state.communities && graph.order > 0 ? findCommunities(graph) : 0), [version, state.communities]);

  const draw = (drawing: Drawing, near?: string): number => {
    Object.assign(known.current.kinds, drawing.kinds);
    Object.assign(known.current.relations, drawing.relations);
    const wasEmpty = graph.order === 0;
    layout.current?.stop();
    const added = add(graph, drawing, near);
    if (wasEmpty) Layout.arrange(graph);
    if (added > 0) layout.current?.start();
    setVersion((before) => before + 1);
    return added;
  };
  /** Ask for more of the graph; what goes wrong is told. */
  const more = async (asked: Promise<Drawing>, near?: string): Promise<number> => {
    setMessage(t("app.loading"));
    try {
      const added = draw(await asked, near);
      setMessage(null);
      return added;
    } catch (error) {
      setMessage(messageOf(error));
      return -1;
    }
  };
  const choose = (node: string | null) => onParams({ node });
  const find = (words: string) => source.find(words, graph);
  const expand = async (node: string) => {
    if (source.expand === null) return;
    const limit = (known.current.steps.get(node) ?? 0) + FIRST_STEP;
    known.current.steps.set(node, limit);
    const added = await more(source.expand(node, limit), node);
    if (added >= 0) setMessage(added === 0 ? t("graph.nothingMore") : t("graph.added", { n: added }));
  };
  const goTo = async (node: string) => {
    if (!graph.hasNode(node)) await expand(node);
    if (!graph.hasNode(node)) return;
    choose(node);
    scene.current?.centre(node);
  };
  const save = async (format: "png" | "svg" | "gexf") => {
    const drawn = scene.current;
    if (drawn === null) return;
    const files = await import("./files");
    download(`camket.${format}`, await files.made(drawn, format), files.TYPES[format]);
  };

  useEffect(() => {
    if (container.current === null) return undefined;
    const made = new Scene(graph, container.current, known.current.kinds);
    const lay = new Layout(graph, setRunning);
    scene.current = made;
    layout.current = lay;
    made.sigma.on("clickNode", ({ node }) => choose(node));
    made.sigma.on("clickStage", () => choose(null));
    made.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      void expand(node);
    });
    made.sigma.on("enterNode", ({ node }) => made.hover(node));
    made.sigma.on("leaveNode", () => made.hover(null));
    return () => {
      lay.kill();
      made.kill();
    };
  }, []);
  useEffect(() => {
    if (graph.order === 0 || state.about !== null) void more(source.first(state.about), state.about ?? undefined);
  }, [state.about]);
  useEffect(() => {
    const [from, to] = state.chain;
    if (!from || !to || (graph.order === 0 && source.expand === null)) return setChain([]);
    let wanted = true;
    source.chain(from, to, graph).then(
      (found) => {
        if (!wanted) return;
        draw(found);
        setChain(found.path ?? []);
        setMessage(found.path ? t("graph.chainOf", { n: found.path.length - 1 }) : t("graph.noChain"));
      },
      (error: unknown) => wanted && setMessage(messageOf(error)),
    );
    return () => {
      wanted = false;
    };
  }, [state.chain.join(" "), source.expand === null ? graph.order > 0 : true]);
  const chosen = state.chosen !== null && graph.hasNode(state.chosen) ? state.chosen : null;
  useEffect(() => {
    const now = scene.current?.show({ filter: { hiddenKinds: state.hidden, years: state.years }, communities: state.communities, chosen, chain }, known.current.kinds);
    if (now) setSeen({ nodes: now.nodes.size, edges: now.edges.size });
  }, [state, version, communities, chosen, chain]);

  return (
    <div class={`explorer${chosen ? " with-details" : ""}`}>
      <h1 class="visually-hidden">{t("graph.title")}</h1>
      <Controls
        state={state} kinds={kinds} colours={known.current.kinds} years={years} communities={communities} find={find} message={message}
        nameOf={(node) => (graph.hasNode(node) ? graph.getNodeAttribute(node, "drawn").label : "…")}
        onFound={(node) => void goTo(node)}
        onHide={(hidden) => onParams(hiding(hidden))}
        onYears={(wanted) => years && onParams(within(wanted, years), { replace: true })}
        onCommunities={(on) => onParams({ groups: on ? "1" : null })}
        onChain={(a, b) => onParams({ a, b })}
        onSave={(format) => void save(format).catch((error: unknown) => setMessage(messageOf(error)))}
      />
      <div class="stage">
        <div class="canvas" ref={container} role="img" aria-label={t("graph.drawing", { ...seen })} />
        <p class="count small muted" data-nodes={seen.nodes} data-edges={seen.edges}>
          {t("graph.count", { ...seen, all: graph.order })}
        </p>
        <div class="camera">
          <button type="button" onClick={() => (running ? layout.current?.stop() : layout.current?.start())} aria-pressed={running}>{t("graph.layout")}</button>
          <button type="button" aria-label={t("graph.zoomIn")} onClick={() => scene.current?.zoom("in")}>+</button>
          <button type="button" aria-label={t("graph.zoomOut")} onClick={() => scene.current?.zoom("out")}>−</button>
          <button type="button" aria-label={t("graph.whole")} onClick={() => scene.current?.zoom("whole")}>⤢</button>
        </div>
      </div>
      {chosen ? (
        <Details
          graph={graph} node={chosen} relations={known.current.relations} onChoose={(node) => void goTo(node)} onClose={() => choose(null)}
          onExpand={source.expand ? () => void expand(chosen) : null} onChainFrom={() => onParams({ a: chosen, b: null })}
        />
      ) : null}
    </div>
  );
}
