import type { QualityFlagsModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { type FlagsQuestion, flagsQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet, Skeleton } from "../../../ui/index.ts";
import { QueryFault } from "../common/query-fault.tsx";
import { FlagFilters } from "./flag-filters.tsx";
import { FlagsTable } from "./flags-table.tsx";
import { qualityWords } from "./words.ts";

/** The flags of a filter, by pages. */
export function FlagsSheet({ asked }: { asked: FlagsQuestion }) {
  const t = useWords(qualityWords);
  const { data, error, refetch } = useQuery(flagsQuery(useSource(), asked));
  return (
    <Sheet title={t.flags} note={data === undefined ? null : t.shown(data.total)} className="wide">
      <FlagFilters asked={asked} counts={data?.counts ?? null} rows={data?.rows ?? []} />
      {error !== null ? (
        <QueryFault error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <p className="fd-body" aria-busy="true">
          <span className="vh">{t.loading}</span>
          <Skeleton width="96%" height={220} />
        </p>
      ) : (
        <Page model={data} isFirst={asked.cursor === undefined} />
      )}
    </Sheet>
  );
}

const NO_FILTER = {
  tt: "tat-ca",
  kenh: undefined,
  cs: undefined,
  qt: undefined,
  lo: undefined,
  thang: undefined,
  sau: undefined,
} as const;

function Page({ model: { rows, next }, isFirst }: { model: QualityFlagsModel; isFirst: boolean }) {
  const t = useWords(qualityWords);
  if (rows.length === 0) {
    return (
      <Notice
        title={t.none}
        action={
          <Link to="." search={(before) => ({ ...before, ...NO_FILTER })} className="link">
            {t.clear}
          </Link>
        }
      />
    );
  }
  return (
    <>
      <div className="fd-body">
        <FlagsTable rows={rows} />
      </div>
      {isFirst && next === null ? null : (
        <p className="fd-pager">
          {isFirst ? null : (
            <Link to="." search={(before) => ({ ...before, sau: undefined })} className="link">
              {t.newest}
            </Link>
          )}
          {next === null ? null : (
            <Link to="." search={(before) => ({ ...before, sau: String(next) })} className="link">
              {t.older}
            </Link>
          )}
        </p>
      )}
    </>
  );
}
