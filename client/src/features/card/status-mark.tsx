import { Icon } from "../../ui/index.ts";
import type { StatusView } from "./model/status-view.ts";

/** Shape and word of a status. */
export function StatusMark({ status, size = 14 }: { status: StatusView; size?: number }) {
  return (
    <span className={`st st-${status.shape}`}>
      <Icon name={`s-${status.shape}`} size={size} />
      {status.word}
    </span>
  );
}
