import type { GroupModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { clauseText, useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { Dropdown, Icon, SimulatedMark } from "../../ui/index.ts";
import { StatusMark } from "../card/index.ts";
import { tallyCounts } from "../overview/model/tally.ts";
import { groupWords } from "./words.ts";

/** Name, clause, how many have data, counts by status, and the way to the other groups. */
export function GroupHead({ model: { group, frame, siblings } }: { model: GroupModel }) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const text = useText();
  return (
    <header className="lst-head wide">
      <h1>{text(group.name)}</h1>
      <div className="lst-lead">
        <span>{clauseText(group.decreeRef, language)}</span>
        <span>{t.count(group.withData, group.total)}</span>
        {tallyCounts(group.statusCounts, language).map(({ status, count, detail }) => (
          <span key={status.shape} title={detail ?? undefined}>
            {count} <StatusMark status={status} size={12} />
            {detail === null ? null : <span className="vh"> ({detail})</span>}
          </span>
        ))}
        {frame.simulated ? <SimulatedMark /> : null}
        {siblings.length < 2 ? null : (
          <Dropdown
            name={t.siblingsName}
            className="grp-sib"
            label={
              <>
                {t.siblings} <Icon name="i-down" size={12} />
              </>
            }
          >
            {(close) => (
              <ul className="menu">
                {siblings.map((sibling) => (
                  <li key={sibling.code}>
                    <Link
                      to="/nhom/$code"
                      params={{ code: sibling.code }}
                      search={{ dv: frame.scope }}
                      onClick={close}
                      aria-current={sibling.code === group.code ? "page" : undefined}
                    >
                      {text(sibling.name)}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Dropdown>
        )}
      </div>
    </header>
  );
}
