import type { GroupBlock, OverviewModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { Icon, Sheet, SimulatedMark } from "../../ui/index.ts";
import { CardRow, statusView } from "../card/index.ts";
import { overviewWords } from "./words.ts";

/** One block per group of Article 10, clause 3. */
export function GroupsSheet({ model }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const clause = model.groups[0]?.decreeRef;
  return (
    <Sheet
      className="groups"
      title={t.groups}
      note={
        <>
          {clause === undefined ? null : t.decree(clause)} {model.frame.simulated ? <SimulatedMark /> : null}
        </>
      }
    >
      {model.groups.map((group) => (
        <Group key={group.code} group={group} scope={model.frame.scope} />
      ))}
    </Sheet>
  );
}

function Group({ group, scope }: { group: GroupBlock; scope: string }) {
  const t = useWords(overviewWords);
  const text = useText();
  const language = useLanguage();
  return (
    <section className="grp" data-state={group.state}>
      <h3>
        <Link to="/nhom/$code" params={{ code: group.code }} search={{ dv: scope }} preload={false}>
          {text(group.name)}
        </Link>
        <span>{t.count(group.withData, group.total)}</span>
      </h3>
      <p className="counts">
        {group.statusCounts
          .filter(({ count }) => count > 0)
          .map(({ status, count }) => {
            const view = statusView(status, language);
            return (
              <span key={status} className={`st st-${view.shape}`}>
                <Icon name={`s-${view.shape}`} size={12} />
                {count} {view.word.toLowerCase()}
              </span>
            );
          })}
      </p>
      {group.stateReason === null || group.state === "ready" ? null : (
        <p className="grp-note">{text(group.stateReason)}</p>
      )}
      {group.bands.map((band) =>
        band.rows.length === 0 ? null : (
          <div key={band.id}>
            {band.id === "all" ? null : <h4>{text(band.name)}</h4>}
            <ul className="rows">
              {band.rows.map((card) => (
                <CardRow key={`${card.ref.indicator}|${card.ref.breakdown}`} card={card} />
              ))}
            </ul>
          </div>
        ),
      )}
    </section>
  );
}
