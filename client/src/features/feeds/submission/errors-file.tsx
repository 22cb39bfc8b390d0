import type { SubmissionModel } from "@bochiso/shared/feed";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { downloadText } from "../../../lib/csv/index.ts";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { useSource } from "../../../lib/source/index.ts";
import { ActFault } from "../common/act-fault.tsx";
import { errorsFileWords } from "./errors-file-words.ts";
import { errorsFile } from "./model/errors-file.ts";

/** The faults of a submission to take away, and where corrected rows are handed in without a key. */
export function ErrorsFile({ model: { id, feed } }: { model: Pick<SubmissionModel, "id" | "feed"> }) {
  const t = useWords(errorsFileWords);
  const language = useLanguage();
  const source = useSource();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => source.feeds.rowErrors({ id, offset: 0 }),
    onSuccess: (errors) =>
      downloadText({
        name: t.fileName(id),
        text: errorsFile(Object.values(t.columns), errors, language),
        type: "text/csv",
      }),
  });
  return (
    <>
      <p className="fd-note">
        {t.note}{" "}
        <Link to="/nguon-du-lieu/$feed/tai-tep" params={{ feed }} className="link">
          {t.toFile}
        </Link>
      </p>
      <p className="fd-acts">
        <button type="button" className="btn" aria-disabled={isPending || undefined} onClick={() => mutate()}>
          {isPending ? t.downloading : t.download}
        </button>
      </p>
      <ActFault error={error} />
    </>
  );
}
