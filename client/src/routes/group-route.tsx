import { GOVERNMENT_SCOPE, scopeIdOf } from "@bochiso/shared/screen";
import { useParams, useSearch } from "@tanstack/react-router";
import { GroupPage } from "../features/group/index.ts";

/** Which boundaries the address asks for; without a word those that have data. */
const BASES = { cu: "former", moi: "present", auto: undefined } as const;

export function GroupRoute() {
  const { code } = useParams({ from: "/nhom/$code" });
  const { dv, ky, xem, tim, loc, sx, cs, db } = useSearch({ from: "/nhom/$code" });
  return (
    <GroupPage
      scope={scopeIdOf(dv ?? "") ?? GOVERNMENT_SCOPE}
      group={code}
      period={ky ?? null}
      choice={{
        view: xem ?? "the",
        text: tim ?? "",
        only: loc ?? null,
        order: sx ?? null,
        indicator: cs ?? null,
        areaBasis: BASES[db ?? "auto"],
      }}
    />
  );
}
