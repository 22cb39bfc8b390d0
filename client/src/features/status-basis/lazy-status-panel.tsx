import { lazy, Suspense } from "react";

const Panel = lazy(async () => ({ default: (await import("./status-panel.tsx")).StatusPanel }));

/** The panel is fetched when the first status is asked about. */
export function LazyStatusPanel({ basis }: { basis: string }) {
  return (
    <Suspense fallback={null}>
      <Panel basis={basis} />
    </Suspense>
  );
}
