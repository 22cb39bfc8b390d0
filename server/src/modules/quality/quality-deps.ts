import type { Services } from "../../services.ts";
import type { ScreenDeps } from "../screen/screen-deps.ts";

/** What the screens of quality work with. */
export interface QualityDeps extends ScreenDeps {
  readonly writer: Services["writer"];
}
