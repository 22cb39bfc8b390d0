import { defineDictionary } from "@bochiso/shared/i18n";
import type { SubmissionWarning } from "@bochiso/shared/wire";
import { useLanguage, useWords } from "../../../lib/i18n/index.ts";
import { Icon } from "../../../ui/index.ts";

const words = defineDictionary({
  vi: { row: (n: number) => `dòng ${n}`, rows: "Gồm:", more: (n: number) => `và ${n} dòng khác` },
  en: { row: (n) => `row ${n}`, rows: "They are:", more: (n) => `and ${n} more` },
});

interface Props {
  warnings: readonly SubmissionWarning[];
  /** Where a row stands in what was sent; absent: by its number. */
  placeOf?: ((row: number) => string) | undefined;
}

/** What was noticed of a submission although it was taken: somebody should look at it. */
export function SubmissionWarnings({ warnings, placeOf }: Props) {
  const t = useWords(words);
  const language = useLanguage();
  const nameOf = placeOf ?? ((row: number) => t.row(row + 1));
  return warnings.map((warning) => (
    <div key={warning.code} className="fd-warned">
      <p>
        <Icon name="s-cham" size={14} /> {language === "vi" ? warning.detailVi : warning.detail}
      </p>
      {warning.code === "newer-value-replaced" ? (
        <p>
          {t.rows} {warning.rows.map(nameOf).join(", ")}
          {warning.count > warning.rows.length ? ` ${t.more(warning.count - warning.rows.length)}` : ""}.
        </p>
      ) : null}
    </div>
  ));
}
