import type { StatusShape } from "@bochiso/shared/i18n";
import type { PullSourceModel, PullState } from "@bochiso/shared/pull";
import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { pullWords } from "./words.ts";

const SHAPES = {
  disabled: "khong",
  running: "khong",
  asked: "khong",
  failing: "nguyco",
  partial: "cham",
  "in-order": "dat",
  never: "khong",
} as const satisfies Record<PullState, StatusShape>;

/** How a source stands: shape and word. */
export function PullStatus({ source: { state, failures } }: { source: PullSourceModel }) {
  const t = useWords(pullWords);
  const shape = SHAPES[state];
  return (
    <span className={`st st-${shape}`}>
      <Icon name={`s-${shape}`} size={14} />
      {t.stateOf[state](failures)}
    </span>
  );
}
