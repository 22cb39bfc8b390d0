import type { CellRef } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useScope } from "../../lib/scope/index.ts";

/** The name of an indicator, leading to its page in the present scope. */
export function IndicatorLink({
  cell,
  children,
}: {
  cell: Pick<CellRef, "indicator" | "breakdown">;
  children: ReactNode;
}) {
  const dv = useScope();
  const pt = cell.breakdown === "" ? undefined : cell.breakdown;
  return (
    <Link to="/chi-so/$code" params={{ code: cell.indicator }} search={{ dv, pt }} preload={false}>
      {children}
    </Link>
  );
}
