import type { Services } from "../../services.ts";
import type { EntryDeps } from "../feed-entry/entry-deps.ts";

/** What the screen of pulled sources works with. */
export type PullScreenDeps = EntryDeps & Pick<Services, "config">;
