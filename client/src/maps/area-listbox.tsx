import { type KeyboardEvent, type ReactNode, useId } from "react";
import { areaByKey } from "./map-area.ts";

interface Props {
  label: string;
  className: string;
  viewBox: { width: number; height: number };
  places: readonly { code: string; x: number; y: number }[];
  selected: string | null;
  onSelect: (code: string | null) => void;
  onOpen: (code: string) => void;
  children: (optionId: (code: string) => string) => ReactNode;
}

/** A drawing with one tab stop: arrow keys choose an area, Enter opens it, Escape lets go. */
export function AreaListbox({ label, className, viewBox, places, selected, onSelect, onOpen, children }: Props) {
  const id = useId();
  const optionId = (code: string) => `${id}-${code.replace(":", "-")}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && selected !== null) return onOpen(selected);
    if (event.key === "Escape") return onSelect(null);
    const next = areaByKey(places, selected, event.key);
    if (next === null) return;
    event.preventDefault();
    onSelect(next);
  };
  return (
    <svg
      className={className}
      viewBox={`0 0 ${viewBox.width} ${viewBox.height}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a drawing of options, driven by keys like a list
      role="listbox"
      aria-label={label}
      aria-activedescendant={selected === null ? undefined : optionId(selected)}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerLeave={() => onSelect(null)}
    >
      {children(optionId)}
    </svg>
  );
}
