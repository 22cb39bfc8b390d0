import { lazy, Suspense } from "react";

const load = () => import("./explanation-panel.tsx");
const Panel = lazy(async () => ({ default: (await load()).ExplanationPanel }));

/** The panel is fetched when the first number is asked about. */
export function LazyExplanationPanel({ cell }: { cell: string }) {
  return (
    <Suspense fallback={null}>
      <Panel cell={cell} />
    </Suspense>
  );
}
