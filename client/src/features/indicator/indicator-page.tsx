import type { ScopeId } from "@bochiso/shared/screen";

interface Props {
  scope: ScopeId;
  code: string;
  period: string | null;
  breakdown: string;
  areaBasis: "present" | "former";
}

export function IndicatorPage({ code }: Props) {
  return <div className="page">{code}</div>;
}
