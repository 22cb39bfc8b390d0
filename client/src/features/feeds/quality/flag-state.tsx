import type { QualityCheckKind, QualityState } from "@bochiso/shared/quality";
import { useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { answeredOf, answerWords } from "./answer-words.ts";

const SHAPES = { open: "cham", wrong: "nguyco", confirmed: "dat", resolved: "khong" } as const satisfies Record<
  QualityState,
  string
>;

/** How a flag stands: shape and word, as its kind is answered. */
export function FlagState({ kind, state }: { kind: QualityCheckKind; state: QualityState }) {
  const t = useWords(answerWords);
  return (
    <span className={`st st-${SHAPES[state]}`}>
      <Icon name={`s-${SHAPES[state]}`} size={14} />
      {t.stateOf[answeredOf(kind)][state]}
    </span>
  );
}
