import { MIN_RANKED } from "@bochiso/shared/card";
import type { AreaComparison, CardModel, GroupModel } from "@bochiso/shared/screen";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useLanguage, useText, useWords } from "../../lib/i18n/index.ts";
import { areaOfScope } from "../../lib/live/index.ts";
import { comparisonQuery, useSource } from "../../lib/source/index.ts";
import { Notice, Sheet, Skeleton } from "../../ui/index.ts";
import { IndicatorLink } from "../card/index.ts";
import { BasisChoice, ComparisonBody, comparisonView, RankingBlock, RefusalNote } from "../comparison/index.ts";
import { ChoiceBox } from "../listing/index.ts";
import { ScreenFaultSheet } from "../screen-fault/index.ts";
import type { GroupChoice } from "./group-choice.ts";
import { splitByData } from "./model/choose-cards.ts";
import { groupWords } from "./words.ts";

interface Props {
  model: GroupModel;
  choice: GroupChoice;
  period: string | null;
}

/** One indicator of the group over the provinces, as map with ranking or as ranking alone. */
export function GroupAreas({ model, choice, period }: Props) {
  const t = useWords(groupWords);
  const candidates = splitByData(model.cards).full;
  const card = candidates.find(({ ref }) => ref.indicator === choice.indicator) ?? candidates[0];
  if (model.frame.simulated || card === undefined) {
    return (
      <section className="sheet wide">
        <Notice title={model.frame.simulated ? t.simulatedAreas : t.noneOnMap} />
      </section>
    );
  }
  return (
    <>
      <IndicatorChoice candidates={candidates} card={card} />
      <Areas key={card.ref.indicator} model={model} card={card} choice={choice} period={period} />
    </>
  );
}

function IndicatorChoice({ candidates, card }: { candidates: readonly CardModel[]; card: CardModel }) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <div className="lst-tools wide">
      <ChoiceBox<string>
        label={t.onMap}
        value={card.ref.indicator}
        options={candidates.map(({ ref, name }) => ({ value: ref.indicator, text: name[language] }))}
        onChange={(cs) =>
          void navigate({ to: ".", search: (before) => ({ ...before, cs: cs || undefined }), resetScroll: false })
        }
      />
    </div>
  );
}

function Areas({ model, card, choice, period }: Props & { card: CardModel }) {
  const t = useWords(groupWords);
  const language = useLanguage();
  const text = useText();
  const input = {
    scope: model.frame.scope,
    period,
    indicator: card.ref.indicator,
    breakdown: "",
    areaBasis: choice.areaBasis,
  };
  const { data, error, isError, refetch } = useQuery(comparisonQuery(useSource(), input));
  const basis = <BasisChoice basis={choice.areaBasis ?? data?.areaBasis ?? "present"} bases={data?.bases} />;
  if (data === undefined && isError) {
    return (
      <ScreenFaultSheet error={error} retry={() => void refetch()} unknown={t.noAreas} elsewhere={t.noAreasDetail} />
    );
  }
  if (data === undefined) {
    return (
      <Sheet className="wide prov" title={card.name[language]} more={basis}>
        <div className="sub" aria-busy="true">
          <Skeleton width="100%" height={420} />
        </div>
      </Sheet>
    );
  }
  if (data.have === 0) {
    return (
      <Sheet className="wide prov" title={card.name[language]} more={basis}>
        <Notice title={t.noAreas}>{data.stateReason?.[language] ?? t.noAreasDetail}</Notice>
      </Sheet>
    );
  }
  const own = model.frame.level === "province" ? areaOfScope(model.frame.scope) : null;
  return (
    <Sheet
      className="prov grp-areas"
      title={<IndicatorLink cell={card.ref}>{text(data.headline)}</IndicatorLink>}
      more={basis}
    >
      {choice.view === "bando" || data.have < MIN_RANKED ? (
        <ComparisonBody comparison={data} own={own} />
      ) : (
        <RankingOnly comparison={data} own={own} />
      )}
    </Sheet>
  );
}

/** The ranking on the whole width. */
function RankingOnly({ comparison, own }: { comparison: AreaComparison; own: string | null }) {
  const language = useLanguage();
  const view = useMemo(() => comparisonView(comparison, language), [comparison, language]);
  const [pointed, setPointed] = useState<string | null>(null);
  const parts = [
    comparison.name[language],
    comparison.display.unit[language],
    comparison.period?.label[language],
    comparison.stateReason?.[language],
  ];
  return (
    <>
      <p className="sub">{parts.filter(Boolean).join(" · ")}</p>
      <RefusalNote comparison={comparison} />
      <div className="grp-rank">
        <RankingBlock comparison={comparison} view={view} selected={pointed ?? own} own={own} onSelect={setPointed} />
      </div>
    </>
  );
}
