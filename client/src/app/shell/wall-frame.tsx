import { type CSSProperties, type ReactNode, useEffect, useState } from "react";

const DESIGN = { width: 1920, height: 1080 };
const SHIFT_EVERY_MS = 10 * 60_000;
/** Where the picture stands in turn, so that nothing burns in. */
const SHIFTS = ["0 0", "2px 0", "2px 2px", "0 2px"] as const;

function fit(): number {
  return Math.min(innerWidth / DESIGN.width, innerHeight / DESIGN.height);
}

function useScale(): number {
  const [scale, setScale] = useState(fit);
  useEffect(() => {
    const measure = () => setScale(fit());
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  return scale;
}

function useShift(): string {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setStep((before) => before + 1), SHIFT_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return SHIFTS[step % SHIFTS.length] ?? SHIFTS[0];
}

type Variables = CSSProperties & Record<"--wall-scale" | "--wall-shift", string>;

/** Wall mode: the page fills the screen at the scale it was designed in, no chrome, no scroll; it moves 2 px every ten minutes. */
export function WallFrame({ children }: { children: ReactNode }) {
  const style: Variables = { "--wall-scale": String(useScale()), "--wall-shift": useShift() };
  return (
    <main id="noi-dung" className="wall-frame" style={style}>
      {children}
    </main>
  );
}
