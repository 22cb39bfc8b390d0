import type { QualityFlagsModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useWords } from "../../../lib/i18n/index.ts";
import { type FlagsQuestion, flagsQuery, useSource } from "../../../lib/source/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { FlagFilters } from "./flag-filters.tsx";
import { FlagsTable } from "./flags-table.tsx";
import { qualityWords } from "./words.ts";

/** The flags of a filter, by pages. */
export function FlagsSheet({ asked }: { asked: FlagsQuestion }) {
  const t = useWords(qualityWords);
  const query = useQuery(flagsQuery(useSource(), asked));
  const { data } = query;
  return (
    <Sheet title={t.flags} note={data === undefined ? null : t.shown(data.total)} className="wide">
      <FlagFilters asked={asked} counts={data?.counts ?? null} rows={data?.rows ?? []} />
      <Loaded query={query} height={220} padded>
        {(data) => <Page model={data} isFirst={asked.cursor === undefined} />}
      </Loaded>
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
