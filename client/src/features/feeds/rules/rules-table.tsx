import type { QualityRuleLine } from "@bochiso/shared/steward";
import { Link } from "@tanstack/react-router";
import { useText, useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";
import { TableHead } from "../common/table-head.tsx";
import { rulesWords } from "./words.ts";

const SHAPES = { "in-force": "dat", retired: "khong", "left-behind": "cham" } as const satisfies Record<
  QualityRuleLine["state"],
  string
>;

interface Props {
  rules: readonly QualityRuleLine[];
  onChange: (line: QualityRuleLine) => void;
}

/** Rules by indicator: what each asks, and how it stands. */
export function RulesTable({ rules, onChange }: Props) {
  const t = useWords(rulesWords);
  return (
    <table className="fd-table qr-table">
      <caption className="vh">{t.table}</caption>
      <TableHead heads={[t.rule, t.asks, t.severity, t.state, t.acts]} />
      <tbody>
        {rules.map((line) => (
          <Row key={line.rule.code} line={line} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ line, onChange }: { line: QualityRuleLine; onChange: (line: QualityRuleLine) => void }) {
  const t = useWords(rulesWords);
  const text = useText();
  const { rule } = line;
  return (
    <tr>
      <th scope="row">
        {text(rule.name)}
        <small>
          <code>{rule.code}</code> · {t.version(rule.version)}
        </small>
      </th>
      <td data-name={t.asks}>
        <Asks line={line} />
      </td>
      <td data-name={t.severity}>{t.severities[line.severity]}</td>
      <td data-name={t.state}>
        <State line={line} />
      </td>
      <td data-name={t.acts}>
        <button type="button" className="btn" onClick={() => onChange(line)}>
          {t.change}
          <span className="vh"> {text(rule.name)}</span>
        </button>
      </td>
    </tr>
  );
}

function Asks({ line: { text: asked, areas, breakdowns, basis, review } }: { line: QualityRuleLine }) {
  const t = useWords(rulesWords);
  const text = useText();
  const cells = [areas, breakdowns].flatMap((it) => (it === null ? [] : [text(it)]));
  return (
    <>
      {text(asked)}
      {cells.length === 0 ? null : <small>{t.only(cells.join(" · "))}</small>}
      <details>
        <summary>{t.basis}</summary>
        <p className="fd-note">
          {text(basis)} {review === "initial-import" ? `(${t.unreviewed})` : null}
        </p>
      </details>
    </>
  );
}

function State({ line: { rule, state, rechecking, open } }: { line: QualityRuleLine }) {
  const t = useWords(rulesWords);
  const shape = SHAPES[state];
  return (
    <>
      <span className={`st st-${shape}`}>
        <Icon name={`s-${shape}`} size={14} />
        {t.states[state]}
      </span>
      {state === "left-behind" ? <small>{t.leftBehind}</small> : null}
      {rechecking ? <small role="status">{t.rechecking}</small> : null}
      {open === 0 ? null : (
        <small>
          <Link to="/nguon-du-lieu/chat-luong" search={{ qt: rule.code, tt: "mo" }} className="link">
            {t.open(open)}
          </Link>
        </small>
      )}
    </>
  );
}
