import type { Display } from "../indicator/indicator.ts";

/** How the distance between two values is shown, an error or a change: between percentages it is in percentage points. */
export function distanceDisplay(display: Display): Display {
  return display.unit.vi.startsWith("%")
    ? { ...display, unit: { vi: "điểm phần trăm", en: "percentage points" } }
    : display;
}
