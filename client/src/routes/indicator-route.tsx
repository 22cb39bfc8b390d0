import type { PeriodType } from "@bochiso/shared/period";
import { GOVERNMENT_SCOPE, scopeIdOf } from "@bochiso/shared/screen";
import { useParams, useSearch } from "@tanstack/react-router";
import { IndicatorPage } from "../features/indicator/index.ts";

/** Periods of the trend by what the address says. */
const RANGES = { "13": 13, "25": 25, "61": 61 } as const;

/** In which periods the trend is shown, by what the address says. */
const FREQUENCIES = {
  ngay: "day",
  tuan: "week",
  thang: "month",
  quy: "quarter",
  "6thang": "half-year",
  nam: "year",
} as const satisfies Record<string, PeriodType>;

/** Which boundaries the address asks for; without a word those that have data. */
const BASES = { cu: "former", moi: "present", auto: undefined } as const;

export function IndicatorRoute() {
  const { code } = useParams({ from: "/chi-so/$code" });
  const { dv, ky, pt, db, so, theo } = useSearch({ from: "/chi-so/$code" });
  return (
    <IndicatorPage
      scope={scopeIdOf(dv ?? "") ?? GOVERNMENT_SCOPE}
      code={code}
      period={ky ?? null}
      breakdown={pt ?? ""}
      areaBasis={BASES[db ?? "auto"]}
      range={RANGES[so ?? "13"]}
      frequency={theo === undefined ? null : FREQUENCIES[theo]}
    />
  );
}
