import type { FeedModel, SubmissionListModel } from "@bochiso/shared/feed";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { type SubmissionsQuestion, submissionsQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { RefusalsSheet } from "./refusals-sheet.tsx";
import { SubmissionsTable } from "./submissions-table.tsx";
import { submissionsWords } from "./submissions-words.ts";

interface Props {
  model: FeedModel;
  only: SubmissionsQuestion["only"];
  before: string | null;
}

/** Lượt gửi: what was refused whole and still stands, which asks for somebody; then what was received, by pages. */
export function SubmissionsPart({ model, only, before }: Props) {
  const t = useWords(submissionsWords);
  const query = useQuery(submissionsQuery(useSource(), { feed: model.code, only, before }));
  const hasRefusals = model.standing.refusedRequests > 0;
  return (
    <>
      {hasRefusals ? <RefusalsSheet feed={model.code} /> : null}
      <Sheet title={t.title} className="wide" more={<Only only={only} />}>
        <Loaded query={query} height={180} padded>
          {(data) => (
            <Page
              feed={model.code}
              simulated={model.simulated}
              page={data}
              isFirst={before === null}
              isWhole={only === "all"}
            />
          )}
        </Loaded>
      </Sheet>
      {hasRefusals ? null : <RefusalsSheet feed={model.code} />}
    </>
  );
}

const CHOICES = ["all", "pending", "returned", "with-errors"] as const;
const WORDS = { all: undefined, pending: "cho-duyet", returned: "tra-lai", "with-errors": "co-loi" } as const;

function Only({ only }: { only: SubmissionsQuestion["only"] }) {
  const t = useWords(submissionsWords);
  return (
    <nav className="seg links" aria-label={t.filter}>
      {CHOICES.map((choice) => (
        <Link
          key={choice}
          to="."
          search={(before) => ({ ...before, loc: WORDS[choice], sau: undefined })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={choice === only ? "true" : undefined}
        >
          {t.only[choice]}
        </Link>
      ))}
    </nav>
  );
}

interface PageProps {
  feed: string;
  simulated: boolean;
  page: SubmissionListModel;
  isFirst: boolean;
  /** Nothing is filtered out. */
  isWhole: boolean;
}

function Page({ feed, simulated, page: { submissions, next }, isFirst, isWhole }: PageProps) {
  const t = useWords(submissionsWords);
  return (
    <>
      {submissions.length === 0 ? (
        <Notice title={t.none}>{isWhole && isFirst ? t.noneYet : null}</Notice>
      ) : (
        <div className="fd-body">
          <SubmissionsTable feed={feed} simulated={simulated} submissions={submissions} />
        </div>
      )}
      {isFirst && next === null ? null : (
        <p className="fd-pager">
          {isFirst ? null : (
            <Link to="." search={(before) => ({ ...before, sau: undefined })} className="link">
              {t.newest}
            </Link>
          )}
          {next === null ? null : (
            <Link to="." search={(before) => ({ ...before, sau: next })} className="link">
              {t.older}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
