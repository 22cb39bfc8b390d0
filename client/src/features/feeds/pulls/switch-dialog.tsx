import type { PullSourceModel } from "@bochiso/shared/pull";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ReasonDialog } from "../common/reason-dialog.tsx";
import { pullWords } from "./words.ts";

interface Props {
  pulled: PullSourceModel;
  onDone: (told: string) => void;
  onClose: () => void;
}

/** Pauses the schedule of a source, or lets it go on. */
export function SwitchDialog({ pulled, onDone, onClose }: Props) {
  const t = useWords(pullWords);
  const name = useText()(pulled.config.name);
  const source = useSource();
  const enabled = pulled.state === "disabled";
  return (
    <ReasonDialog
      title={enabled ? t.resumeTitle(name) : t.pauseTitle(name)}
      note={enabled ? t.resumeNote : t.pauseNote}
      act={enabled ? t.resumeDo : t.pauseDo}
      run={async (stated) => (await source.tools()).switchPull({ source: pulled.code, enabled, ...stated })}
      onDone={() => onDone(enabled ? t.resumed : t.paused)}
      onClose={onClose}
    />
  );
}
