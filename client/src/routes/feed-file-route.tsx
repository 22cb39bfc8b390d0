import { useParams, useSearch } from "@tanstack/react-router";
import { FilePage } from "../features/feed-entry/file/index.ts";

export function FileRoute() {
  const { feed } = useParams({ from: "/nguon-du-lieu/$feed/tai-tep" });
  const { kn } = useSearch({ from: "/nguon-du-lieu/$feed/tai-tep" });
  return <FilePage feed={feed} period={kn ?? null} />;
}
