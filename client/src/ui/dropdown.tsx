import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { classNames } from "../lib/text/index.ts";

interface Props {
  /** What the button shows. */
  label: ReactNode;
  /** What the button says, with its present choice. */
  name: string;
  className?: string;
  panelClassName?: string;
  /** The panel; `close` gives the focus back to the button. */
  children: (close: () => void) => ReactNode;
}

/** Where the focus goes when the panel opens: its search field, its present choice, or its first entry. */
const FIRST = ["input", "[aria-current]", "a", "button"].map((stop) => `.drop-panel ${stop}`).join(", ");
const STOPS = "a[href], button:not(:disabled), input:not(:disabled)";

/** Moves the focus among the stops of the panel with the arrow keys, Home and End. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const typing = event.target instanceof HTMLInputElement;
  if (typing && (event.key === "Home" || event.key === "End")) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? stops.indexOf(focused) : -1;
  const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, goal))]?.focus();
}

/** A button with a panel below it: closes on Escape, on a click outside and when the focus leaves. */
export function Dropdown({ label, name, className, panelClassName, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    button?.focus();
  };
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>(FIRST)?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus goes
    <div
      className={classNames("drop", className)}
      ref={root}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        className="pick"
        ref={setButton}
        aria-label={name}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among real links and buttons
        <div
          id={id}
          className={classNames("drop-panel", panelClassName)}
          onKeyDown={(event) => {
            if (event.key === "Escape") close();
            else moveFocus(event);
          }}
        >
          {children(close)}
        </div>
      ) : null}
    </div>
  );
}
