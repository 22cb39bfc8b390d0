import type { ScopeId } from "@bochiso/shared/screen";

interface Props {
  scope: ScopeId;
  filter: string;
}

export function IndicatorsPage({ scope }: Props) {
  return <div className="page">{scope}</div>;
}
