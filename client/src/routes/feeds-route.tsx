import { useSearch } from "@tanstack/react-router";
import { FeedsPage } from "../features/feeds/list/index.ts";

export function FeedsRoute() {
  const { tt, tim } = useSearch({ from: "/nguon-du-lieu" });
  return <FeedsPage filter={{ state: tt ?? null, text: tim ?? "" }} />;
}
