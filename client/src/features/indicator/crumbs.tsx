import type { ScreenFrame } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useText, useWords } from "../../lib/i18n/index.ts";
import { scopeLink } from "../../lib/scope/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { indicatorWords } from "./words.ts";

/** Where a page stands: the scope, the list, then what is given; the scope is kept on every step. */
export function Crumbs({ frame, children }: { frame: ScreenFrame; children?: ReactNode }) {
  const t = useWords(indicatorWords);
  const text = useText();
  return (
    <nav className="crumb wide" aria-label={t.crumbs}>
      <ol>
        <li>
          <Link {...scopeLink(frame.scope)}>{text(frame.scopeName)}</Link>
        </li>
        <li>
          <Link to="/chi-so" search={{ dv: frame.scope }}>
            {t.indicators}
          </Link>
        </li>
        {children}
      </ol>
      {frame.simulated ? <SimulatedMark /> : null}
    </nav>
  );
}
