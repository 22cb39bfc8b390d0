import "./indicator.css";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../lib/i18n/index.ts";
import { indicatorWords } from "./words.ts";

/** 34 present or 63 former provinces; part of the address. */
export function BasisChoice({ basis }: { basis: "present" | "former" }) {
  const t = useWords(indicatorWords);
  return (
    <nav className="seg links" aria-label={t.areaBasis}>
      {(["present", "former"] as const).map((each) => (
        <Link
          key={each}
          to="."
          search={(before) => ({ ...before, db: each === "former" ? "cu" : "moi" })}
          resetScroll={false}
          aria-current={each === basis ? "true" : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t[each]}
        </Link>
      ))}
    </nav>
  );
}
