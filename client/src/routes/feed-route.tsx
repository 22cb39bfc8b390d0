import { useParams, useSearch } from "@tanstack/react-router";
import { FeedPage } from "../features/feeds/feed/index.ts";

/** Which submissions the address asks for. */
const ONLY = { "cho-duyet": "pending", "tra-lai": "returned", "co-loi": "with-errors", all: "all" } as const;

export function FeedRoute() {
  const { feed } = useParams({ from: "/nguon-du-lieu/$feed" });
  const { xem, loc, sau, kx } = useSearch({ from: "/nguon-du-lieu/$feed" });
  return (
    <FeedPage
      key={feed}
      feed={feed}
      part={xem ?? "tinh-hinh"}
      only={ONLY[loc ?? "all"]}
      before={sau ?? null}
      expectedPeriod={kx ?? null}
    />
  );
}
