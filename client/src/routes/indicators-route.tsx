import { ScopeId } from "@bochiso/shared/screen";
import { useSearch } from "@tanstack/react-router";
import { IndicatorsPage } from "../features/indicators/index.ts";

export function IndicatorsRoute() {
  const { dv, tim } = useSearch({ from: "/chi-so" });
  return <IndicatorsPage scope={ScopeId.parse(dv ?? "cp")} filter={tim ?? ""} />;
}
