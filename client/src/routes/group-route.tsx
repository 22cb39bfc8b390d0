import { ScopeId } from "@bochiso/shared/screen";
import { useParams, useSearch } from "@tanstack/react-router";
import { GroupPage } from "../features/group/index.ts";

export function GroupRoute() {
  const { code } = useParams({ from: "/nhom/$code" });
  const { dv, ky, xem } = useSearch({ from: "/nhom/$code" });
  return <GroupPage scope={ScopeId.parse(dv ?? "cp")} group={code} period={ky ?? null} view={xem ?? "the"} />;
}
