import type { RowError } from "@bochiso/shared/submission";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText, useWords } from "../../../lib/i18n/index.ts";
import type { SendOutcome } from "../../../lib/source/index.ts";
import { Icon } from "../../../ui/index.ts";
import { RuleList } from "./errors-sheet.tsx";
import { errorsByRule } from "./model/sent-body.ts";
import { CountList } from "./outcome-sheet.tsx";
import { replayWords } from "./replay-words.ts";

interface Props {
  feed: string;
  outcome: SendOutcome | null;
  /** Good rows are stored although others are refused. */
  lenient: boolean;
  /** No answer came. */
  failed: boolean;
}

/** What became of a dry run or of sending: counts, faults by rule, the receipt, or why it was refused. */
export function ReplayOutcome({ feed, outcome, lenient, failed }: Props) {
  const t = useWords(replayWords);
  if (failed) {
    return (
      <p className="fd-fault" role="alert">
        {t.noAnswer}
      </p>
    );
  }
  if (outcome === null) return null;
  if (outcome.kind === "refused") return <Refused outcome={outcome} />;
  if (outcome.kind === "rows-refused") {
    return (
      <div className="fd-fault" role="alert">
        <b>{t.refusedRows(outcome.errorCount)}</b>
        <RuleList rules={errorsByRule(outcome.errors)} />
      </div>
    );
  }
  if (outcome.kind === "checked") return <Checked outcome={outcome} lenient={lenient} />;
  const { receipt, replayed, errors, errorCount } = outcome;
  return (
    <div className="fd-done" role="status">
      <b>{replayed ? t.replayed : errorCount > 0 ? t.storedSome : t.stored}</b>
      <CountList counts={receipt.counts} />
      <Skipped errors={errors} count={errorCount} />
      <Link to="/nguon-du-lieu/$feed/luot/$id" params={{ feed, id: receipt.id }} className="link">
        {t.toReceipt}
      </Link>
    </div>
  );
}

function Checked({ outcome, lenient }: { outcome: Extract<SendOutcome, { kind: "checked" }>; lenient: boolean }) {
  const t = useWords(replayWords);
  const { counts, derived, errors, errorCount } = outcome;
  if (errorCount > 0 && !lenient) {
    return (
      <div className="fd-fault" role="alert">
        <b>{t.wouldRefuse(errorCount)}</b>
        <RuleList rules={errorsByRule(errors)} />
      </div>
    );
  }
  return (
    <div className={errorCount === 0 ? "fd-done" : "fd-fault"} role="status">
      <b>{t.checked}</b>
      <p>{t.checkedGood}</p>
      <CountList counts={counts} />
      <p>{t.derived(derived)}</p>
      <Skipped errors={errors} count={errorCount} />
    </div>
  );
}

function Skipped({ errors, count }: { errors: readonly RowError[]; count: number }) {
  const t = useWords(replayWords);
  if (count === 0) return null;
  return (
    <>
      <p className="bad">{t.someRows(count)}</p>
      <RuleList rules={errorsByRule(errors)} />
    </>
  );
}

function Refused({
  outcome: { code, text: said, retryAfter },
}: {
  outcome: Extract<SendOutcome, { kind: "refused" }>;
}) {
  const t = useWords(replayWords);
  const text = useText();
  const todo: Readonly<Record<string, string>> = replayWords[useLanguage()].todo;
  return (
    <div className="fd-fault" role="alert">
      <b>
        <Icon name="s-nguyco" size={14} /> {t.refused}
      </b>
      <p>
        {text(said)} <code>{code}</code>
      </p>
      {code in todo ? <p>{todo[code]}</p> : null}
      {retryAfter === null ? null : <p>{t.retryAfter(retryAfter)}</p>}
    </div>
  );
}
