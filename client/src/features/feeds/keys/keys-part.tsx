import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { keysQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { ConnectGuide } from "./connect-guide.tsx";
import type { KeyAct } from "./key-act.ts";
import { KeysTable } from "./keys-table.tsx";
import { MadeKeyDialog } from "./made-key-dialog.tsx";
import { MakeKeyDialog } from "./make-key-dialog.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { RotateKeyDialog } from "./rotate-key-dialog.tsx";
import { keysWords } from "./words.ts";

/** Live keys a feed may have at a time (decision 010). */
const MOST_LIVE = 2;

/** Khóa truy cập: what there is, and making, rotating, revoking. */
export function KeysPart({ feed }: { feed: string }) {
  const t = useWords(keysWords);
  const [act, setAct] = useState<KeyAct | null>(null);
  const query = useQuery(keysQuery(useSource(), feed));
  const { data } = query;
  const live = data?.filter(({ state }) => state === "live").length ?? 0;
  const isFull = live >= MOST_LIVE;
  const limitId = useId();
  const close = () => setAct(null);
  const isMade = (secret: string) => setAct({ kind: "made", secret });
  return (
    <Sheet title={t.title} className="wide">
      <div className="fd-body">
        <p className="fd-note">
          {t.note} <ConnectGuide />
        </p>
        <Loaded query={query} height={60}>
          {(keys) =>
            keys.length === 0 ? (
              <Notice title={t.none} />
            ) : (
              <KeysTable keys={keys} limitId={isFull ? limitId : null} onAct={setAct} />
            )
          }
        </Loaded>
        <p className="fd-acts">
          <button
            type="button"
            className="btn primary"
            disabled={data === undefined || isFull}
            aria-describedby={isFull ? limitId : undefined}
            onClick={() => setAct({ kind: "make" })}
          >
            {t.make}
          </button>
          {isFull ? (
            <span className="fd-hint" id={limitId}>
              {t.atLimit}
            </span>
          ) : null}
        </p>
      </div>
      {act?.kind === "make" ? <MakeKeyDialog feed={feed} onMade={isMade} onClose={close} /> : null}
      {act?.kind === "rotate" ? <RotateKeyDialog old={act.key} onMade={isMade} onClose={close} /> : null}
      {act?.kind === "revoke" ? <RevokeKeyDialog old={act.key} isLast={live <= 1} onClose={close} /> : null}
      {act?.kind === "made" ? <MadeKeyDialog feed={feed} secret={act.secret} onClose={close} /> : null}
    </Sheet>
  );
}
