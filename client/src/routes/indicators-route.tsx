import { GOVERNMENT_SCOPE, scopeIdOf } from "@bochiso/shared/screen";
import { useSearch } from "@tanstack/react-router";
import { IndicatorsPage } from "../features/indicators/index.ts";

export function IndicatorsRoute() {
  const { dv, tim, lv, co } = useSearch({ from: "/chi-so" });
  return (
    <IndicatorsPage
      scope={scopeIdOf(dv ?? "") ?? GOVERNMENT_SCOPE}
      filter={{ text: tim ?? "", domain: lv ?? null, withData: co === "1" }}
    />
  );
}
