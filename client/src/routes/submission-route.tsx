import { useParams, useSearch } from "@tanstack/react-router";
import { SubmissionPage } from "../features/feeds/submission/index.ts";

export function SubmissionRoute() {
  const { feed, id } = useParams({ from: "/nguon-du-lieu/$feed/luot/$id" });
  const { tu } = useSearch({ from: "/nguon-du-lieu/$feed/luot/$id" });
  return <SubmissionPage key={id} feed={feed} id={id} offset={Number(tu ?? "0")} />;
}
