import type { QualityState } from "@bochiso/shared/quality";
import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { qualityWords } from "./words.ts";

const SHAPES = { open: "cham", wrong: "nguyco", confirmed: "dat", resolved: "khong" } as const satisfies Record<
  QualityState,
  string
>;

/** How a flag stands: shape and word. */
export function FlagState({ state }: { state: QualityState }) {
  const t = useWords(qualityWords);
  return (
    <span className={`st st-${SHAPES[state]}`}>
      <Icon name={`s-${SHAPES[state]}`} size={14} />
      {t.stateOf[state]}
    </span>
  );
}
