import type { QualityRuleLine } from "@bochiso/shared/steward";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { rulesQuery, useSource } from "../../../lib/source/index.ts";
import { matchesFolded } from "../../../lib/text/index.ts";
import { Notice, Sheet } from "../../../ui/index.ts";
import { FindBox } from "../../listing/index.ts";
import { Loaded } from "../common/loaded.tsx";
import { OnlyFilter } from "../quality/only-filter.tsx";
import { NewRuleDialog } from "./new-rule-dialog.tsx";
import { RuleDialog } from "./rule-dialog.tsx";
import { RulesTable } from "./rules-table.tsx";
import { rulesWords } from "./words.ts";

/** Quy tắc chất lượng: what is asked of which figures, in words, with where each threshold comes from; changing them. */
export function RulesSheet({ indicator }: { indicator: string | undefined }) {
  const t = useWords(rulesWords);
  const query = useQuery(rulesQuery(useSource(), indicator));
  return (
    <Sheet title={t.title} className="wide">
      <div className="fd-body">
        <p className="fd-note">{t.note}</p>
        <Loaded query={query} height={180}>
          {(data) => <Rules rules={data.rules} indicator={indicator} reload={() => void query.refetch()} />}
        </Loaded>
      </div>
    </Sheet>
  );
}

interface RulesProps {
  rules: readonly QualityRuleLine[];
  indicator: string | undefined;
  reload: () => void;
}

function Rules({ rules, indicator, reload }: RulesProps) {
  const t = useWords(rulesWords);
  const text = useText();
  const [find, setFind] = useState("");
  const [isMaking, setMaking] = useState(false);
  const [changing, setChanging] = useState<QualityRuleLine | null>(null);
  const [first] = rules;
  const name = indicator === undefined ? null : first === undefined ? indicator : text(first.indicatorName);
  const found = rules.filter(({ rule, indicator: code, indicatorName }) =>
    matchesFolded(`${code} ${rule.code} ${text(indicatorName)} ${text(rule.name)} ${text(rule.kindName)}`, find),
  );
  return (
    <>
      <div className="fd-acts">
        {name === null ? (
          <FindBox label={t.find} text={find} onChange={setFind} />
        ) : (
          <OnlyFilter name={name} part="cs" />
        )}
        <span className="fd-hint" role="status">
          {t.found(found.length)}
        </span>
        <button type="button" className="btn" onClick={() => setMaking(true)}>
          {t.make}
        </button>
      </div>
      {found.length === 0 ? (
        <Notice title={name === null ? t.none : t.noneOf(name)} />
      ) : (
        <RulesTable rules={found} onChange={setChanging} />
      )}
      {isMaking ? <NewRuleDialog indicator={indicator} onClose={() => setMaking(false)} /> : null}
      {changing === null ? null : <RuleDialog line={changing} reload={reload} onClose={() => setChanging(null)} />}
    </>
  );
}
