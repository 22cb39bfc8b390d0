import type { QualitySeverity } from "@bochiso/shared/quality";
import { useWords } from "../../../lib/i18n/index.ts";
import { SelectField } from "../common/select-field.tsx";
import { ruleDialogWords } from "./rule-dialog-words.ts";
import { rulesWords } from "./words.ts";

interface Props {
  value: QualitySeverity;
  onChange: (severity: QualitySeverity) => void;
}

/** How much a broken rule about a figure weighs; rules about deliveries have one severity only. */
export function SeverityField({ value, onChange }: Props) {
  const t = useWords(ruleDialogWords);
  const { severities } = useWords(rulesWords);
  return (
    <SelectField
      label={t.severity}
      value={value}
      options={(["error", "warning"] as const).map((it) => ({ value: it, text: severities[it] }))}
      onChange={(chosen) => onChange(chosen === "error" ? "error" : "warning")}
    />
  );
}
