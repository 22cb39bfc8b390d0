import { compareVietnamese } from "@bochiso/shared/i18n";
import type { IndicatorListRow, ScopeId } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { indicatorsQuery, shellQuery, useSource } from "../../lib/source/index.ts";
import { Notice, SimulatedMark, Skeleton } from "../../ui/index.ts";
import { ChoiceBox, FindBox, useFindInAddress } from "../listing/index.ts";
import { ScreenFaultSheet } from "../screen-fault/index.ts";
import { domainName } from "./domain-words.ts";
import { IndicatorsTable } from "./indicators-table.tsx";
import { chooseRows, hasFigures, type ListFilter } from "./model/choose-rows.ts";
import { indicatorsWords } from "./words.ts";

/** Danh sách chỉ số: every indicator of the scope's set, by domain. */
export function IndicatorsPage({ scope, filter }: { scope: ScopeId; filter: ListFilter }) {
  const t = useWords(indicatorsWords);
  const source = useSource();
  const { data, error, isError, refetch } = useQuery(indicatorsQuery(source, { scope }));
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  return (
    <div className="page" aria-busy={data === undefined && !isError}>
      <Head scope={scope} rows={data} />
      {data !== undefined ? (
        <List rows={data} filter={filter} />
      ) : isError ? (
        <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.unknown} />
      ) : (
        <Loading />
      )}
    </div>
  );
}

function Head({ scope, rows }: { scope: ScopeId; rows: readonly IndicatorListRow[] | undefined }) {
  const t = useWords(indicatorsWords);
  const text = useText();
  const { data: shell } = useQuery(shellQuery(useSource()));
  const option = shell?.scopes.find(({ id }) => id === scope);
  const name = option === undefined ? "" : text(option.name);
  return (
    <header className="lst-head wide">
      <h1>{t.title}</h1>
      <p className="lst-lead">
        {rows === undefined ? t.loading : t.lead(rows.length, rows.filter(hasFigures).length, name)}
        {option?.simulated ? <SimulatedMark /> : null}
      </p>
    </header>
  );
}

function List({ rows, filter }: { rows: readonly IndicatorListRow[]; filter: ListFilter }) {
  const t = useWords(indicatorsWords);
  const groups = useMemo(() => chooseRows(rows, filter), [rows, filter]);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <>
      <Filters rows={rows} filter={filter} count={count} />
      {groups.length === 0 ? (
        <section className="sheet wide">
          <Notice
            title={t.nothing}
            action={
              <Link
                to="."
                search={(before) => ({ ...before, tim: undefined, lv: undefined, co: undefined })}
                className="link"
              >
                {t.clear}
              </Link>
            }
          />
        </section>
      ) : (
        <IndicatorsTable groups={groups} />
      )}
    </>
  );
}

function Filters({ rows, filter, count }: { rows: readonly IndicatorListRow[]; filter: ListFilter; count: number }) {
  const t = useWords(indicatorsWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const find = useFindInAddress();
  const domains = [...new Set(rows.map((row) => row.domain))]
    .map((value) => ({ value, text: domainName(value, language) }))
    .toSorted((a, b) => compareVietnamese(a.text, b.text));
  return (
    <div className="lst-tools wide">
      <FindBox label={t.find} text={filter.text} onChange={find} />
      <ChoiceBox<string>
        label={t.domain}
        value={filter.domain ?? ""}
        options={[{ value: "", text: t.all }, ...domains]}
        onChange={(lv) =>
          void navigate({ to: ".", search: (before) => ({ ...before, lv: lv || undefined }), resetScroll: false })
        }
      />
      <label className="lst-check">
        <input
          type="checkbox"
          checked={filter.withData}
          onChange={(event) => {
            const co = event.target.checked ? ("1" as const) : undefined;
            void navigate({ to: ".", search: (before) => ({ ...before, co }), resetScroll: false });
          }}
        />
        {t.onlyWithData}
      </label>
      <span className="lst-count push" role="status">
        {t.shown(count)}
      </span>
    </div>
  );
}

const TEN = Array.from({ length: 10 }, (_, index) => index);

function Loading() {
  return (
    <section className="sheet wide lst-table" aria-hidden="true">
      {TEN.map((index) => (
        <p key={index} className="lst-wait">
          <Skeleton width="96%" height={18} />
        </p>
      ))}
    </section>
  );
}
