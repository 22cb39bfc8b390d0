import type { ComparisonBasis } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { comparisonWords } from "./words.ts";

/** How each basis stands in the address. */
export const BASIS_IN_ADDRESS = { present: "moi", former: "cu" } as const satisfies Record<ComparisonBasis, string>;

interface Props {
  basis: ComparisonBasis;
  /** Whether each has figures; unknown while loading. */
  bases?: Record<ComparisonBasis, boolean> | undefined;
}

/** The present provinces or the former ones; part of the address and kept while moving. */
export function BasisChoice({ basis, bases }: Props) {
  const t = useWords(comparisonWords);
  return (
    <nav className="seg links" aria-label={t.areaBasis}>
      {(["present", "former"] as const).map((each) =>
        bases?.[each] === false && each !== basis ? (
          <span key={each} className="soft">
            {t[each]} ({t.noFigures})
          </span>
        ) : (
          <Link
            key={each}
            to="."
            search={(before) => ({ ...before, db: BASIS_IN_ADDRESS[each] })}
            resetScroll={false}
            aria-current={each === basis ? "true" : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            {t[each]}
          </Link>
        ),
      )}
    </nav>
  );
}
