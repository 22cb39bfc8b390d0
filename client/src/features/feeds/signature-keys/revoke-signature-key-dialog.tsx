import { useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { sayDone } from "../common/done-note.tsx";
import { ReasonDialog } from "../common/reason-dialog.tsx";
import { signatureKeysWords } from "./words.ts";

interface Props {
  feed: string;
  keyid: string;
  /** After it nothing requires a signature any more. */
  isLastRequired: boolean;
  onClose: () => void;
}

export function RevokeSignatureKeyDialog({ feed, keyid, isLastRequired, onClose }: Props) {
  const t = useWords(signatureKeysWords);
  const source = useSource();
  const queryClient = useQueryClient();
  return (
    <ReasonDialog
      title={t.revokeTitle(keyid)}
      note={isLastRequired ? `${t.revokeNote} ${t.revokeLast}` : t.revokeNote}
      act={t.revoke}
      run={async (stated) => (await source.tools()).revokeSignatureKey({ feed, keyid, ...stated })}
      onDone={() => {
        sayDone(t.done.revoke);
        onClose();
        void queryClient.invalidateQueries({
          predicate: ({ queryKey }) => /^(signature-keys|feed)$/.test(String(queryKey[0])),
        });
      }}
      onClose={onClose}
    />
  );
}
