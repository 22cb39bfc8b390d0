import "../../feed-entry/common/feed-entry.css";
import type { SubmissionModel } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { formatClock } from "../../../lib/format/index.ts";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { decisionPreviewQuery, screenFault, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet, Skeleton } from "../../../ui/index.ts";
import { EffectSheet } from "../../feed-entry/common/effect-sheet.tsx";
import { entryCommonWords } from "../../feed-entry/common/words.ts";
import { QueryFault } from "../common/query-fault.tsx";
import { ApprovalConflicts } from "./approval-conflicts.tsx";
import { decisionWords } from "./decision-words.ts";

/** What approving would compute and flag now, or why it cannot be approved; tried anew when asked, since figures move. */
export function ApprovalEffect({ model }: { model: Pick<SubmissionModel, "id"> }) {
  const t = useWords(decisionWords);
  const title = useWords(entryCommonWords).effect.approve;
  const { data, error, isFetching, refetch } = useQuery(decisionPreviewQuery(useSource(), model.id));
  const again = () => void refetch();
  if (data === undefined || error !== null)
    return (
      <Sheet title={title} className="wide">
        {error === null ? (
          <div className="fd-body" aria-busy>
            <span className="vh">{t.trying}</span>
            <Skeleton width="96%" height={120} />
          </div>
        ) : (
          <Untold error={error} retry={again} />
        )}
      </Sheet>
    );
  const lead = (
    <p className="fe-part fd-acts">
      <span className="soft">{t.triedAt(formatClock(Date.parse(data.at)))}</span>
      <button type="button" className="btn" aria-disabled={isFetching || undefined} onClick={again}>
        {isFetching ? t.trying : t.tryAgain}
      </button>
    </p>
  );
  if (data.kind === "effect") return <EffectSheet act="approve" effect={data.effect} nameOf={String} lead={lead} />;
  return (
    <Sheet title={title} className="wide">
      <div className="fe-part">
        <ApprovalConflicts outcome={data} />
      </div>
      {lead}
    </Sheet>
  );
}

/** Too much to be told is too much to be approved as well: that is no fault of the moment. */
function Untold({ error, retry }: { error: Error; retry: () => void }) {
  const t = useWords(decisionWords);
  const text = useText();
  const fault = screenFault(error);
  if (fault.code !== "effect-too-large" || fault.text === null) return <QueryFault error={error} retry={retry} />;
  return (
    <Notice icon="s-nguyco" title={t.tooLarge}>
      {text(fault.text)} {t.tooLargeNote}
    </Notice>
  );
}
