import type { PeriodType } from "@bochiso/shared/period";
import type { IndicatorModel } from "@bochiso/shared/screen";
import { Link } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../lib/i18n/index.ts";
import { overTimeWords } from "./over-time-words.ts";

/** How a type of periods stands in the address; others are not offered. */
const IN_ADDRESS: Partial<Record<PeriodType, "ngay" | "tuan" | "thang" | "quy" | "6thang" | "nam">> = {
  day: "ngay",
  week: "tuan",
  month: "thang",
  quarter: "quy",
  "half-year": "6thang",
  year: "nam",
};

interface Props {
  choices: IndicatorModel["frequencies"];
  /** The type shown. */
  frequency: PeriodType;
}

/** In which periods the series is shown; part of the address. The indicator's own needs no word there. */
export function FrequencyChoice({ choices, frequency }: Props) {
  const t = useWords(overTimeWords);
  const open = choices.filter(({ refusal }) => refusal === null);
  if (open.length < 2) return null;
  const own = choices[0]?.type;
  return (
    <nav className="seg links" aria-label={t.showBy}>
      {open.map(({ type }) => (
        <Link
          key={type}
          to="."
          search={(before) => ({ ...before, theo: type === own ? undefined : IN_ADDRESS[type] })}
          resetScroll={false}
          aria-current={type === frequency ? "true" : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t.types[type]}
        </Link>
      ))}
    </nav>
  );
}

/** Why the series is not shown in some longer periods, each reason once. */
export function FrequencyRefusals({ choices }: Pick<Props, "choices">) {
  const t = useWords(overTimeWords);
  const language = useLanguage();
  const [own, ...longer] = choices;
  const groups = Map.groupBy(
    longer.filter(({ refusal }) => refusal !== null),
    ({ refusal }) => refusal?.[language] ?? "",
  );
  if (own === undefined || groups.size === 0) return null;
  const name = (type: PeriodType) => t.types[type].toLowerCase();
  const lines = [...groups].map(([reason, refused]) =>
    refused.length === longer.length
      ? t.only(name(own.type), reason)
      : t.refused(refused.map(({ type }) => name(type)).join(", "), reason),
  );
  return <p className="sub">{lines.join(" ")}</p>;
}
