import type { ScopeId } from "@bochiso/shared/screen";

interface Props {
  scope: ScopeId;
  group: string;
  period: string | null;
  view: "the" | "bang";
}

export function GroupPage({ group }: Props) {
  return <div className="page">{group}</div>;
}
