import type { FeedKey } from "@bochiso/shared/feed";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { Age } from "../common/age.tsx";
import { TableHead } from "../common/table-head.tsx";
import type { KeyAct } from "./key-act.ts";
import { keysWords } from "./words.ts";

const SHAPES = { live: "dat", expired: "khong", revoked: "khong" } as const satisfies Record<FeedKey["state"], string>;

interface Props {
  keys: readonly FeedKey[];
  /** The element that says why no key can be rotated now; null: keys can be. */
  limitId: string | null;
  onAct: (act: KeyAct) => void;
}

/** The live keys; those that are over stand folded below. */
export function KeysTable({ keys, ...rest }: Props) {
  const t = useWords(keysWords);
  const live = keys.filter(({ state }) => state === "live");
  const over = keys.filter(({ state }) => state !== "live");
  return (
    <>
      {live.length === 0 ? <p>{t.none}</p> : <Table keys={live} {...rest} />}
      {over.length === 0 ? null : (
        <details>
          <summary>{t.old(over.length)}</summary>
          <Table keys={over} {...rest} />
        </details>
      )}
    </>
  );
}

function Table({ keys, ...rest }: Props) {
  const t = useWords(keysWords);
  return (
    <table className="fd-table">
      <TableHead heads={[t.label, t.state, t.created, t.lastUsed, t.expiry, t.from, t.acts]} />
      <tbody>
        {keys.map((key) => (
          <Row key={key.id} of={key} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ of: key, limitId, onAct }: Omit<Props, "keys"> & { of: FeedKey }) {
  const t = useWords(keysWords);
  const language = useLanguage();
  const shape = SHAPES[key.state];
  return (
    <tr>
      <th scope="row">
        {key.label}
        <small>
          {key.holder === "" ? null : `${key.holder} · `}
          <code>{key.id}</code>
        </small>
      </th>
      <td data-name={t.state}>
        <span className={`st st-${shape}`}>
          <Icon name={`s-${shape}`} size={14} />
          {t.states[key.state]}
        </span>
        {key.revokedAt === null ? null : <small>{t.revokedAt(formatReceived(key.revokedAt, language))}</small>}
      </td>
      <td data-name={t.created}>{formatReceived(key.createdAt, language)}</td>
      <td data-name={t.lastUsed}>
        {key.lastUsedAt === null ? (
          t.neverUsed
        ) : (
          <>
            <Age at={key.lastUsedAt} />
            <small>{t.lastUsedHint}</small>
          </>
        )}
      </td>
      <td data-name={t.expiry}>{key.expiresAt === null ? t.noExpiry : formatReceived(key.expiresAt, language)}</td>
      <td data-name={t.from}>{key.cidrs.length === 0 ? t.anywhere : <code>{key.cidrs.join(", ")}</code>}</td>
      <td data-name={t.acts}>
        {key.state === "live" ? (
          <span className="fd-more">
            <button
              type="button"
              className="btn"
              disabled={limitId !== null}
              aria-describedby={limitId ?? undefined}
              onClick={() => onAct({ kind: "rotate", key })}
            >
              {t.rotate}
              <span className="vh"> {key.label}</span>
            </button>
            <button type="button" className="btn" onClick={() => onAct({ kind: "revoke", key })}>
              {t.revoke}
              <span className="vh"> {key.label}</span>
            </button>
          </span>
        ) : (
          "—"
        )}
      </td>
    </tr>
  );
}
