import { useParams, useSearch } from "@tanstack/react-router";
import { EntryPage } from "../features/feed-entry/by-hand/index.ts";

/** Which cells the address asks for. */
const SHOWS = { chua: "open", da: "received", moi: "new", "tat-ca": "all" } as const;

export function EntryRoute() {
  const { feed } = useParams({ from: "/nguon-du-lieu/$feed/nhap-tay" });
  const { kn, loc, tim } = useSearch({ from: "/nguon-du-lieu/$feed/nhap-tay" });
  return <EntryPage feed={feed} period={kn ?? null} show={loc === undefined ? null : SHOWS[loc]} text={tim ?? ""} />;
}
