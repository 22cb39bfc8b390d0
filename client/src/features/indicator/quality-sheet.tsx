import { TOTAL_KEY } from "@bochiso/shared/breakdown";
import { IndicatorCode } from "@bochiso/shared/indicator";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Icon } from "../../ui/index.ts";
import { IndicatorLink } from "../card/index.ts";
import { type QualityLine, qualityLines } from "./model/quality-view.ts";
import { indicatorWords } from "./words.ts";

const ICON = { good: "s-dat", doubt: "i-flag" } as const;

/** Source and quality of the figures, line by line. */
export function QualitySheet({ model }: { model: IndicatorModel }) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  return (
    <div className="sheet ind-quality">
      <section aria-label={t.quality}>
        <div className="head">
          <h2>{t.quality}</h2>
        </div>
        <ul className="ind-checks">
          {qualityLines(model, language).map((line) => (
            <Line key={line.key} line={line} />
          ))}
        </ul>
        <p className="ind-stewards">
          {(["quy-tac", "khoa-ky"] as const).map((xem) => (
            <Link key={xem} to="/nguon-du-lieu/chat-luong" search={{ xem, cs: model.definition.code }} className="link">
              {t.stewards[xem]}
            </Link>
          ))}
        </p>
      </section>
      <UsedBy usedBy={model.usedBy} />
    </div>
  );
}

function Line({ line: { kind, text } }: { line: QualityLine }) {
  return (
    <li className={kind}>
      {kind === "fact" ? (
        <span />
      ) : (
        <Icon name={ICON[kind]} size={14} className={kind === "good" ? "st-dat" : "doubt"} />
      )}
      <span>{text}</span>
    </li>
  );
}

/** The indicators computed from this one. */
function UsedBy({ usedBy }: Pick<IndicatorModel, "usedBy">) {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  return (
    <section aria-label={t.usedBy}>
      <div className="head">
        <h2>{t.usedBy}</h2>
      </div>
      {usedBy.length === 0 ? (
        <p className="ind-none">{t.noUsedBy}</p>
      ) : (
        <ul className="ind-links">
          {usedBy.map(({ code, name }) => (
            <li key={code}>
              <IndicatorLink cell={{ indicator: IndicatorCode.parse(code), breakdown: TOTAL_KEY }}>
                {name[language]}
              </IndicatorLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
