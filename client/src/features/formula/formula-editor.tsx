import { type Completion, type CompletionCatalogue, completeFormula, FORMULA_LIMITS } from "@bochiso/shared/formula";
import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../../lib/i18n/index.ts";
import { Icon } from "../../ui/index.ts";
import { OfferList } from "./offer-list.tsx";
import { formulaWords } from "./words.ts";

interface Props {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  catalogue: CompletionCatalogue | undefined;
  onChange: (text: string) => void;
  /** What is typed, and how, where it is no indicator's formula. */
  label?: string;
  hint?: string;
  /** What is wrong with it; null: nothing. */
  error?: string | null;
}

const NONE: readonly Completion[] = [];

/** Where a formula is typed: a plain text box with offers below it, all by keyboard. */
export function FormulaEditor({ box, text, catalogue, onChange, error = null, ...said }: Props) {
  const t = useWords(formulaWords);
  const { label = t.formula, hint = t.hint } = said;
  const id = useId();
  /** Null: no offers until the next letter. */
  const [cursor, setCursor] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const goal = useRef<number | null>(null);
  const offers = useMemo(() => {
    if (cursor === null || catalogue === undefined) return NONE;
    const found = completeFormula(text, cursor, catalogue);
    // What is already written in full needs no offer.
    return found.filter(({ start, end, insert }) => text.slice(start, end) !== insert);
  }, [text, cursor, catalogue]);

  useLayoutEffect(() => {
    if (goal.current === null) return;
    box.current?.setSelectionRange(goal.current, goal.current);
    goal.current = null;
  });

  const take = (offer: Completion): void => {
    goal.current = offer.start + offer.cursor;
    onChange(text.slice(0, offer.start) + offer.insert + text.slice(offer.end));
    setActive(-1);
    // Behind `dimension=` and inside brackets the next choice follows at once.
    setCursor(offer.insert.endsWith("=") ? goal.current : null);
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (offers.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && (active >= 0 || step > 0)) {
      event.preventDefault();
      setActive(Math.max(-1, Math.min(offers.length - 1, active + step)));
      return;
    }
    const chosen = offers[active];
    if (event.key === "Escape") {
      event.stopPropagation();
      setCursor(null);
      setActive(-1);
    } else if (chosen !== undefined && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      take(chosen);
    }
  };
  return (
    <div className="fx-edit">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={box}
        className="fx-text"
        rows={3}
        maxLength={FORMULA_LIMITS.length}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
        aria-autocomplete="list"
        aria-controls={offers.length > 0 ? `${id}-offers` : undefined}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          onChange(event.target.value);
          setCursor(event.target.selectionStart);
          setActive(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(null)}
      />
      <p id={`${id}-hint`} className="fx-hint">
        {hint}
      </p>
      {error === null ? null : (
        <p id={`${id}-error`} className="fx-error">
          <Icon name="s-nguyco" size={14} /> {error}
        </p>
      )}
      <p className="vh" role="status">
        {offers.length > 0 ? t.offered(offers.length) : ""}
      </p>
      {offers.length > 0 ? <OfferList id={id} offers={offers} active={active} take={take} /> : null}
    </div>
  );
}
