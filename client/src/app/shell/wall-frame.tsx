import type { ReactNode } from "react";

/** Wall mode: the page fills the screen, no chrome, no scroll. */
export function WallFrame({ children }: { children: ReactNode }) {
  return (
    <main id="noi-dung" className="wall-frame">
      {children}
    </main>
  );
}
