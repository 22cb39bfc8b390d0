import type { PeriodLockLine } from "@bochiso/shared/steward";
import { useQueryClient } from "@tanstack/react-query";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { sayDone } from "../common/done-note.tsx";
import { ReasonDialog } from "../common/reason-dialog.tsx";
import { useLockedText } from "./use-locked-text.ts";
import { locksWords } from "./words.ts";

/** Lets figures of a locked period in again. */
export function LiftLockDialog({ lock, onClose }: { lock: PeriodLockLine; onClose: () => void }) {
  const t = useWords(locksWords);
  const text = useText();
  const source = useSource();
  const queryClient = useQueryClient();
  const period = useLockedText()(lock);
  return (
    <ReasonDialog
      title={t.liftTitle(period)}
      note={t.liftNote(text(lock.indicatorName))}
      act={t.lift}
      run={async (stated) => {
        const { lifted } = await (await source.tools()).liftLock({ id: lock.id, ...stated });
        sayDone(lifted ? t.liftedDone(period) : t.liftedBefore);
      }}
      onDone={() => {
        onClose();
        void queryClient.invalidateQueries({ queryKey: ["locks"] });
      }}
      onClose={onClose}
    />
  );
}
