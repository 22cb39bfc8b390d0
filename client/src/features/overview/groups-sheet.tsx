import type { GroupBand, GroupBlock, OverviewModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { clauseText, useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { Icon, Sheet, SimulatedMark } from "../../ui/index.ts";
import { CardRow } from "../card/index.ts";
import { tallyCounts } from "./model/tally.ts";
import { overviewWords } from "./words.ts";

/** One block per group of Article 10, clause 3. */
export function GroupsSheet({ model }: { model: OverviewModel }) {
  const t = useWords(overviewWords);
  const language = useLanguage();
  const clause = model.groups[0]?.decreeRef;
  return (
    <Sheet
      className="groups"
      title={t.groups}
      note={
        <>
          {clause === undefined ? null : clauseText(clause, language)}{" "}
          {model.frame.simulated ? <SimulatedMark /> : null}
        </>
      }
    >
      <div className="grps">
        {model.groups.map((group) => (
          <Group key={group.code} group={group} scope={model.frame.scope} />
        ))}
      </div>
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
        <Link
          to="/nhom/$code"
          params={{ code: group.code }}
          search={{ dv: scope }}
          preload={false}
          title={text(group.name)}
        >
          {text(group.shortName)}
        </Link>
        <span>{t.count(group.withData, group.total)}</span>
      </h3>
      <p className="counts">
        {tallyCounts(group.statusCounts, language).map(({ status, count, detail }) => (
          <span key={status.shape} className={`st st-${status.shape}`} title={detail ?? undefined}>
            <Icon name={`s-${status.shape}`} size={12} />
            {count} {status.word.toLowerCase()}
            {detail === null ? null : <span className="vh"> ({detail})</span>}
          </span>
        ))}
      </p>
      {group.stateReason === null || group.state === "ready" ? null : (
        <p className="grp-note">{text(group.stateReason)}</p>
      )}
      {group.bands.map((band) => (
        <Band key={band.id} band={band} />
      ))}
    </section>
  );
}

/** The rows of a band that have figures; what has none is counted above and listed on the group's page. */
function Band({ band }: { band: GroupBand }) {
  const t = useWords(overviewWords);
  const text = useText();
  const rows = band.rows.filter((card) => card.period !== null);
  const titled = band.id !== "all";
  if (rows.length === 0) return titled ? <p className="grp-note">{t.noneIn(text(band.name))}</p> : null;
  return (
    <>
      {titled ? <h4>{text(band.name)}</h4> : null}
      <ul className="rows">
        {rows.map((card) => (
          <CardRow key={`${card.ref.indicator}|${card.ref.breakdown}`} card={card} />
        ))}
      </ul>
    </>
  );
}
