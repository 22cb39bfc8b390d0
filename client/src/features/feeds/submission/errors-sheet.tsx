import type { RuleErrors, SubmissionModel } from "@bochiso/shared/feed";
import { useWords } from "../../../lib/i18n/index.ts";
import { Sheet } from "../../../ui/index.ts";
import { rowErrorWords } from "../common/row-error-words.ts";
import { RowErrors } from "../common/row-errors.tsx";
import { ErrorsFile } from "./errors-file.tsx";
import { submissionWords } from "./words.ts";

/** Errors that the server keeps of a submission. */
const KEPT = 1_000;

/** Refused rows by rule, the most frequent first: how many, what to do, the first of them. */
export function ErrorsSheet({ model }: { model: SubmissionModel }) {
  const { errors, errorCount } = model;
  const t = useWords(submissionWords);
  return (
    <Sheet title={t.errors} className="wide">
      <div className="fd-body">
        <p className="fd-note">
          {t.errorsNote(errorCount)} {errorCount > KEPT ? t.errorsFirst : null}
        </p>
        <ErrorsFile model={model} />
        <RuleList rules={errors} />
      </div>
    </Sheet>
  );
}

export function RuleList({ rules }: { rules: readonly RuleErrors[] }) {
  const t = useWords(submissionWords);
  const words = useWords(rowErrorWords);
  return (
    <ul>
      {rules.map(({ code, count, examples }, index) => (
        <li key={code} className="fd-change">
          <b>{words.name[code]}</b> <span className="bad">{t.times(count)}</span> <code>{code}</code>
          <p className="fd-note">
            {t.todo} {words.todo[code]}
          </p>
          <details open={index === 0}>
            <summary>
              {t.firstOf(examples.length, count)}
              <span className="vh"> – {words.name[code]}</span>
            </summary>
            <RowErrors errors={examples} />
          </details>
        </li>
      ))}
    </ul>
  );
}
