import type { Approval, SubmissionModel } from "@bochiso/shared/feed";
import { Link } from "@tanstack/react-router";
import { formatReceived } from "../../../lib/format/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { ApprovalMark } from "../common/approval-mark.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { decisionWords } from "./decision-words.ts";

/** The sign-off: a form while it waits, then who decided what, when and why. */
export function DecisionSheet({ model, approval }: { model: SubmissionModel; approval: Approval }) {
  const t = useWords(decisionWords);
  return (
    <Sheet title={t.title} className="wide">
      <div className="fd-body">
        {approval.state === "pending" ? (
          <>
            <p className="fd-note">{t.waiting}</p>
            <DecisionForm submission={model.id} values={model.valueCount} />
          </>
        ) : (
          <Decided feed={model.feed} approval={approval} />
        )}
      </div>
    </Sheet>
  );
}

function Decided({ feed, approval }: { feed: string; approval: Approval }) {
  const t = useWords(decisionWords);
  const language = useLanguage();
  const { by, at, note, commitSeq, answeredBy } = approval;
  return (
    <>
      <p className="fd-acts">
        <ApprovalMark approval={approval} />
        {by === null ? null : <b>{t.decidedBy(by.name, by.position)}</b>}
        {at === null ? null : <span>{t.decidedAt(formatReceived(at, language))}</span>}
      </p>
      {note === null || note === "" ? null : <p>{t.remark(note)}</p>}
      {answeredBy === null ? null : (
        <p>
          <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed, id: answeredBy }} className="link">
            {t.toAnswer}
          </Link>
        </p>
      )}
      {commitSeq === null ? null : <p className="fd-note">{t.commit(commitSeq)}</p>}
    </>
  );
}
