import type { Services } from "../../services.ts";
import type { DemoMode } from "../screen/screen-world.ts";

/** What entry by hand and files work with. */
export interface EntryDeps extends Pick<Services, "store" | "writer" | "clock" | "catalogue"> {
  readonly demo: DemoMode;
}

/** Saving notes what it refuses. */
export type SaveDeps = EntryDeps & Pick<Services, "feedNotes">;
