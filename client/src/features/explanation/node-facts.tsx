import type { Value } from "@bochiso/shared/observation";
import type { ExplanationNode } from "@bochiso/shared/screen";
import { useServerTime } from "../../lib/clock/index.ts";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { Icon, SimulatedMark } from "../../ui/index.ts";
import { DoubtMark } from "./doubt-mark.tsx";
import { absenceText, placeText, provenance, todoText } from "./model/node-view.ts";
import { shownText, storedText } from "./model/shown-text.ts";
import { explanationWords } from "./words.ts";

/** A value as on cards, with the stored one below it where the two read differently. */
export function ShownValue({ value, node }: { value: Value; node: ExplanationNode }) {
  const language = useLanguage();
  const stored = storedText(value, node, language);
  return (
    <span className="ex-shown">
      <b>{shownText(value, node, language)}</b>
      {stored === null ? null : <small>{stored}</small>}
    </span>
  );
}

/** Where a node stands, what it stands in for, why it is absent and what to do, who sent it and when. */
export function NodeFacts({ node }: { node: ExplanationNode }) {
  const t = useWords(explanationWords);
  const language = useLanguage();
  const now = useServerTime(60_000);
  const absence = absenceText(node, language);
  const todo = todoText(node, language);
  const origin = node.origin === null ? null : t[node.origin];
  const place = [placeText(node, language), origin].filter(Boolean).join(" · ");
  return (
    <>
      {place === "" && !node.simulated ? null : (
        <p className="ex-place">
          {place} {node.simulated ? <SimulatedMark /> : null}
        </p>
      )}
      {node.substitutions.length === 0 ? null : (
        <p className="ex-marks">
          {node.substitutions.map((each) => (
            <span key={each} className="ex-mark">
              {t.substitution[each]}
            </span>
          ))}
        </p>
      )}
      {node.doubt === null ? null : <DoubtMark doubt={node.doubt} />}
      {absence === null ? null : (
        <div className="ex-absent">
          <Icon name="s-nguyco" size={12} />
          <p>
            {absence}
            {todo === null ? null : <span className="ex-todo">{todo}</span>}
          </p>
        </div>
      )}
      {provenance(node, language, now).map((line) => (
        <p key={line} className="ex-note">
          {line}
        </p>
      ))}
    </>
  );
}
