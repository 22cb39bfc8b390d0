import type { GroupModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { clauseText, useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { Dropdown, Icon, SimulatedMark } from "../../ui/index.ts";
import { StatusMark, statusView } from "../card/index.ts";
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
        {group.statusCounts.map(({ status, count }) => (
          <span key={status}>
            {count} <StatusMark status={statusView(status, language)} size={12} />
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
