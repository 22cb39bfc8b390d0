import type { FeedKey } from "@bochiso/shared/feed";
import { useQueryClient } from "@tanstack/react-query";
import { announce } from "../../../lib/announce/index.ts";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ReasonDialog } from "../common/reason-dialog.tsx";
import { refresh } from "./make-key-dialog.tsx";
import { keysWords } from "./words.ts";

interface Props {
  old: FeedKey;
  /** No other key is live. */
  isLast: boolean;
  onClose: () => void;
}

export function RevokeKeyDialog({ old, isLast, onClose }: Props) {
  const t = useWords(keysWords);
  const source = useSource();
  const queryClient = useQueryClient();
  return (
    <ReasonDialog
      title={t.revokeTitle(old.label)}
      note={isLast ? `${t.revokeNote} ${t.revokeLast}` : t.revokeNote}
      act={t.revokeDo}
      run={(stated) => source.feeds.revokeKey({ id: old.id, ...stated })}
      onDone={() => {
        announce(t.revoked(old.label));
        onClose();
        void refresh(queryClient);
      }}
      onClose={onClose}
    />
  );
}
