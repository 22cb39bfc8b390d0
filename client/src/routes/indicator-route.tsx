import { ScopeId } from "@bochiso/shared/screen";
import { useParams, useSearch } from "@tanstack/react-router";
import { IndicatorPage } from "../features/indicator/index.ts";

export function IndicatorRoute() {
  const { code } = useParams({ from: "/chi-so/$code" });
  const { dv, ky, pt, db } = useSearch({ from: "/chi-so/$code" });
  return (
    <IndicatorPage
      scope={ScopeId.parse(dv ?? "cp")}
      code={code}
      period={ky ?? null}
      breakdown={pt ?? ""}
      areaBasis={db === "cu" ? "former" : "present"}
    />
  );
}
