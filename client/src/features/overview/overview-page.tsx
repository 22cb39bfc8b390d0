import type { ScopeId } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { newestInstant, useReportFrame } from "../../lib/frame/index.ts";
import { overviewQuery, useSource } from "../../lib/source/index.ts";

export function OverviewPage({ scope, period }: { scope: ScopeId; period: string | null }) {
  const { data } = useQuery(overviewQuery(useSource(), { scope, period }));
  useReportFrame(data?.frame, newestInstant(data?.cards.map((card) => card.source?.receivedAt) ?? []));
  return <div className="page home">{data?.frame.scope}</div>;
}
