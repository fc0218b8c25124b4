/** A box that finds a node by name while it is typed. */
import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { named, t } from "../i18n";
import type { Found } from "./names";

interface Props {
  readonly label: string;
  readonly find: (words: string) => Promise<readonly Found[]>;
  readonly onChoose: (found: Found) => void;
  /** What the box shows when nothing is being typed: the name of what is chosen. */
  readonly value?: string;
}

const WAIT_MS = 120;

export function Search({ label, find, onChoose, value = "" }: Props): JSX.Element {
  const id = useId();
  const [words, setWords] = useState<string | null>(null);
  const [found, setFound] = useState<readonly Found[]>([]);
  const [active, setActive] = useState(0);
  useEffect(() => {
    if (!words?.trim()) {
      setFound([]);
      return undefined;
    }
    let wanted = true;
    const timer = window.setTimeout(() => {
      find(words).then(
        (all) => {
          if (!wanted) return;
          setFound(all);
          setActive(0);
        },
        () => wanted && setFound([]),
      );
    }, WAIT_MS);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [words]);
  const choose = (one: Found | undefined) => {
    if (one === undefined) return;
    setWords(null);
    onChoose(one);
  };
  const open = words !== null && words.trim() !== "";
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((active + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === "Escape") setWords(null);
  };
  return (
    <div class="search">
      <label for={id}>{label}</label>
      <input
        id={id} type="search" role="combobox" list={undefined} autocomplete="off" spellcheck={false} aria-expanded={open} aria-controls={`${id}-list`}
        aria-autocomplete="list" aria-activedescendant={open && found.length > 0 ? `${id}-${active}` : undefined}
        value={words ?? value} onInput={(event) => setWords(event.currentTarget.value)} onKeyDown={onKeyDown}
        onBlur={() => window.setTimeout(() => setWords(null), 150)}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!open}>
        {found.map((one, i) => (
          <li key={one.id} id={`${id}-${i}`} role="option" aria-selected={i === active} onPointerDown={(event) => event.preventDefault()} onClick={() => choose(one)}>
            <span class="dot" style={{ "--dot": `var(--kind-${one.kind})` }} /> <span class="what">{one.label}</span> <span class="muted small">{named("kind", one.kind)}</span>
          </li>
        ))}
        {open && found.length === 0 ? <li class="muted" role="option" aria-selected={false} aria-disabled={true}>{t("graph.nothingFound")}</li> : null}
      </ul>
    </div>
  );
}
