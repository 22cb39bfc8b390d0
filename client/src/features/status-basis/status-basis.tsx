import type { AssessmentModel, IndicatorModel } from "@bochiso/shared/screen";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { SimulatedMark } from "../../ui/index.ts";
import { ExplainLink } from "../explanation/index.ts";
import { shownScale } from "../indicator/model/shown-scale.ts";
import { Ladder } from "./ladder.tsx";
import { inputRows } from "./model/input-rows.ts";
import { ladderView } from "./model/ladder-view.ts";
import { basisWords } from "./words.ts";

/** What a status rests on: finding, scale with the place reached, every input, and the method in words. */
export function StatusBasis({ model, assessment }: { model: IndicatorModel; assessment: AssessmentModel }) {
  const t = useWords(basisWords);
  const language = useLanguage();
  const { card, target } = model;
  const scale = shownScale(card, language);
  const write = (value: number) => scale.full({ kind: "number", value });
  const ladder = ladderView(assessment, { target, write, lowerIsBetter: card.direction === "lower" }, language);
  const version = assessment.method.slice(assessment.method.indexOf("@") + 1);
  return (
    <>
      <p className="sb-reason">{closed(assessment.reason[language])}</p>
      {ladder.rungs.length === 0 ? null : (
        <section aria-label={t.ladder}>
          <h3>{t.ladder}</h3>
          <Ladder view={ladder} />
          {target?.due && target.course.kind === "moves" && assessment.method.startsWith("required-growth@") ? (
            <p className="sb-note">{t.evenWay(write(target.due.value))}</p>
          ) : null}
        </section>
      )}
      <section aria-label={t.inputs}>
        <h3>
          {t.inputs} {card.simulated ? <SimulatedMark /> : null}
        </h3>
        <Inputs assessment={assessment} />
        {card.period === null ? null : (
          <p className="sb-note">
            <ExplainLink cell={card.ref} className="link">
              {t.explain}
            </ExplainLink>
          </p>
        )}
      </section>
      <section aria-label={t.method}>
        <h3>{t.method}</h3>
        <p className="sb-method">
          <b>{assessment.methodName[language]}</b>, {t.version(version)}
        </p>
        <p className="sb-note">{assessment.methodText[language]}</p>
      </section>
    </>
  );
}

/** A sentence ends like one. */
const closed = (text: string) => (/[.!?]$/u.test(text) ? text : `${text}.`);

function Inputs({ assessment }: { assessment: AssessmentModel }) {
  const t = useWords(basisWords);
  const rows = inputRows(assessment.inputs, useLanguage());
  if (rows.length === 0) return <p className="sb-note">{t.noInputs}</p>;
  return (
    <table className="sb-inputs">
      <thead>
        <tr>
          <th scope="col">{t.input}</th>
          <th scope="col" className="r">
            {t.value}
          </th>
          <th scope="col">{t.period}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, value, absence, period }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className="r">
              {value}
              {absence === null ? null : <small>{absence}</small>}
            </td>
            <td>{period}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
