import type { Services } from "../../services.ts";
import type { DemoMode } from "../screen/screen-world.ts";

/** What the screens of feeds work with. */
export interface FeedDeps extends Pick<Services, "store" | "writer" | "clock" | "catalogue"> {
  readonly demo: DemoMode;
}
