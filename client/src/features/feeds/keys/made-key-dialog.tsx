import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../../lib/i18n/index.ts";
import { exampleQuery, useSource } from "../../../lib/source/index.ts";
import { Modal } from "../../../ui/index.ts";
import { CopyButton } from "../common/copy-button.tsx";
import { ConnectGuide } from "./connect-guide.tsx";
import { curlCommand } from "./model.ts";
import { keysWords } from "./words.ts";

/** The key, this once: nothing keeps it but who copies it now. Only the button closes it, no slip of a key or a click. */
export function MadeKeyDialog({ feed, secret, onClose }: { feed: string; secret: string; onClose: () => void }) {
  const t = useWords(keysWords);
  return (
    <Modal label={t.made} className="fd-dialog fd" onClose={() => undefined}>
      <h2>{t.made}</h2>
      <p>{t.madeNote}</p>
      <div>
        <h3 className="fd-h3">{t.madeKey}</h3>
        <pre className="fd-code" data-key="">
          {secret}
        </pre>
        <CopyButton text={secret} label={t.copyKey} />
      </div>
      <FirstCommand feed={feed} secret={secret} />
      <p>
        <ConnectGuide />
      </p>
      <p className="fd-acts">
        <button type="button" className="btn primary" onClick={onClose}>
          {t.stored}
        </button>
      </p>
    </Modal>
  );
}

/** A command with a row of the feed, or why there is none; nothing while it is not known. */
function FirstCommand({ feed, secret }: { feed: string; secret: string }) {
  const t = useWords(keysWords);
  const { data } = useQuery(exampleQuery(useSource(), feed));
  if (data === undefined) return null;
  const { row, accepts, needsDigest, needsSignature } = data;
  const hindrance = needsSignature ? t.curlUnsigned : row === null ? t.curlNoRow : null;
  if (hindrance !== null || row === null) return <p className="fd-hint">{hindrance}</p>;
  const command = curlCommand({ origin: location.origin, feed, key: secret, row, needsDigest });
  return (
    <div>
      <h3 className="fd-h3">{t.curl}</h3>
      <pre className="fd-code">{command}</pre>
      <p className="fd-hint">
        {accepts ? `${row.value === null ? t.curlMissing : t.curlAgain} ${t.curlNote}` : t.curlStopped}
      </p>
      <CopyButton text={command} label={t.copyCurl} />
    </div>
  );
}
