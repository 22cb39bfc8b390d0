import type { SignatureKeyLine } from "@bochiso/shared/steward";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { signatureKeysQuery, useSource } from "../../../lib/source/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { TableHead } from "../common/table-head.tsx";
import { AddSignatureKeyDialog } from "./add-signature-key-dialog.tsx";
import { RevokeSignatureKeyDialog } from "./revoke-signature-key-dialog.tsx";
import { signatureKeysWords } from "./words.ts";

type Act = { kind: "add" } | { kind: "revoke"; keyid: string; isLastRequired: boolean };

/** Khóa ký yêu cầu: the public keys with which a feed signs; registering and revoking. */
export function SignatureKeysSheet({ feed }: { feed: string }) {
  const t = useWords(signatureKeysWords);
  const [act, setAct] = useState<Act | null>(null);
  const query = useQuery(signatureKeysQuery(useSource(), feed));
  const close = () => setAct(null);
  return (
    <Sheet
      title={t.title}
      className="wide"
      more={
        <button type="button" className="btn" onClick={() => setAct({ kind: "add" })}>
          {t.add}
        </button>
      }
    >
      <div className="fd-body">
        <p className="fd-note">{t.note}</p>
        <Loaded query={query} height={40}>
          {(data) => <Keys keys={data} onAct={setAct} />}
        </Loaded>
      </div>
      {act?.kind === "add" ? <AddSignatureKeyDialog feed={feed} onClose={close} /> : null}
      {act?.kind === "revoke" ? <RevokeSignatureKeyDialog feed={feed} {...act} onClose={close} /> : null}
    </Sheet>
  );
}

function Keys({ keys, onAct }: { keys: readonly SignatureKeyLine[]; onAct: (act: Act) => void }) {
  const t = useWords(signatureKeysWords);
  const live = keys.filter(({ revokedAt }) => revokedAt === null);
  const over = keys.filter(({ revokedAt }) => revokedAt !== null);
  const required = live.filter((key) => key.required).length;
  return (
    <>
      <p>{live.length === 0 ? t.none : required > 0 ? t.required : t.optional}</p>
      {live.length === 0 ? null : (
        <Table
          keys={live}
          onRevoke={({ keyid, required: isRequired }) =>
            onAct({ kind: "revoke", keyid, isLastRequired: isRequired && required === 1 })
          }
        />
      )}
      {over.length === 0 ? null : (
        <details>
          <summary>{t.revoked(over.length)}</summary>
          <Table keys={over} onRevoke={null} />
        </details>
      )}
    </>
  );
}

interface TableProps {
  keys: readonly SignatureKeyLine[];
  /** Null: they are over. */
  onRevoke: ((key: SignatureKeyLine) => void) | null;
}

function Table({ keys, onRevoke }: TableProps) {
  const t = useWords(signatureKeysWords);
  const language = useLanguage();
  const heads = [t.keyid, t.publicKey, t.policy, t.created, ...(onRevoke === null ? [] : [t.acts])];
  return (
    <table className="fd-table">
      <caption className="vh">{t.table}</caption>
      <TableHead heads={heads} />
      <tbody>
        {keys.map((key) => (
          <tr key={key.keyid}>
            <th scope="row">
              <code>{key.keyid}</code>
              {key.revokedAt === null ? null : <small>{t.revokedAt(formatReceived(key.revokedAt, language))}</small>}
            </th>
            <td data-name={t.publicKey}>
              <code>{key.publicKey}</code>
            </td>
            <td data-name={t.policy}>{t.policies[key.required ? "yes" : "no"]}</td>
            <td data-name={t.created}>
              {key.createdBy}
              <small>{formatReceived(key.createdAt, language)}</small>
            </td>
            {onRevoke === null ? null : (
              <td data-name={t.acts}>
                <button type="button" className="btn" onClick={() => onRevoke(key)}>
                  {t.revoke}
                  <span className="vh"> {key.keyid}</span>
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
