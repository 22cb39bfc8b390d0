import type { Services } from "../../services.ts";

/** What the screens of feeds work with. */
export type FeedDeps = Pick<Services, "store" | "writer" | "clock" | "catalogue">;
