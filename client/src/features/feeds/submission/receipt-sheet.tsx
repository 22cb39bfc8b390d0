import type { SubmissionModel } from "@bochiso/shared/feed";
import { downloadText } from "../../../lib/csv/index.ts";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { CopyButton } from "../common/copy-button.tsx";
import { submissionWords } from "./words.ts";

const PUBLISHED_KEYS = "/.well-known/bcs-keys.json";
const COMMAND = "npm run verify-receipt -- receipt.json bcs-keys.json body";

/** Biên nhận: every field, the file to keep, and how to verify it without this system. */
export function ReceiptSheet({ model: { receipt } }: { model: SubmissionModel }) {
  const t = useWords(submissionWords);
  const language = useLanguage();
  const { seal } = receipt;
  const save = () =>
    downloadText({
      name: `bien-nhan-${receipt.id}.json`,
      text: JSON.stringify(receipt, null, 2),
      type: "application/json",
    });
  return (
    <Sheet title={t.receipt} className="wide">
      <div className="fd-body">
        <p className="fd-note">{t.receiptNote}</p>
        <dl className="fd-receipt">
          <Line name={t.id} told={receipt.id} />
          <Line name={t.receivedAt} told={`${formatReceived(receipt.receivedAt, language)} (${receipt.receivedAt})`} />
          <Line name={t.sequence} told={receipt.sequence === null ? t.unnumbered : String(receipt.sequence)} />
        </dl>
        <Technical receipt={receipt} />
        <p className="fd-acts">
          <button type="button" className="btn" onClick={save}>
            {t.download}
          </button>
          <a className="link" href={PUBLISHED_KEYS}>
            {t.publishedKeys}
          </a>
        </p>
        {seal === null ? null : (
          <details>
            <summary>{t.verify}</summary>
            <p className="fd-note">{t.verifyNote}</p>
            <pre className="fd-code">{COMMAND}</pre>
            <CopyButton text={COMMAND} />
          </details>
        )}
      </div>
    </Sheet>
  );
}

/** What proves it, for who verifies. */
function Technical({ receipt }: Pick<SubmissionModel, "receipt">) {
  const t = useWords(submissionWords);
  const language = useLanguage();
  const { seal } = receipt;
  return (
    <details>
      <summary>{t.technical}</summary>
      <dl className="fd-receipt">
        <Line name={t.idempotencyKey} told={receipt.idempotencyKey} />
        <Line name={t.commitSeq} told={String(receipt.commitSeq)} />
        <Line name={t.contentSha256} told={receipt.contentSha256} />
        <Line name={t.rowsRoot} told={receipt.rowsRoot} />
        <Line
          name={t.seal}
          told={seal === null ? t.noSeal : t.sealOf(seal.alg, seal.kid, formatReceived(seal.sealedAt, language))}
        />
        {seal === null ? null : <Line name="" told={seal.signature} />}
      </dl>
    </details>
  );
}

function Line({ name, told }: { name: string; told: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <code>{told}</code>
      </dd>
    </div>
  );
}
