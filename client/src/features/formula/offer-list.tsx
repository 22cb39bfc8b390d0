import type { Completion } from "@bochiso/shared/formula";
import { useEffect, useRef } from "react";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { formulaWords } from "./words.ts";

interface Props {
  /** Of the editor: options are `id-0`, `id-1`, … */
  id: string;
  offers: readonly Completion[];
  active: number;
  take: (offer: Completion) => void;
}

/** What can stand at the cursor; the focus stays in the text. */
export function OfferList({ id, offers, active, take }: Props) {
  const t = useWords(formulaWords);
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  return (
    <div className="fx-offers" role="listbox" id={`${id}-offers`} aria-label={t.offers} ref={list}>
      {offers.map((offer, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text box's, which keeps the focus
        <div
          key={offer.label}
          role="option"
          id={`${id}-${index}`}
          tabIndex={-1}
          aria-selected={index === active}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(offer)}
        >
          <code>{offer.label}</code>
          <span>{offer.text[language]}</span>
          <em>{t.kinds[offer.kind]}</em>
        </div>
      ))}
    </div>
  );
}
