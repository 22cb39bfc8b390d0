import type { IndicatorDefinition } from "@bochiso/shared/indicator";
import { UNIT_CATALOGUE } from "@bochiso/shared/unit";
import type { ParsedRow } from "../submitted-row.ts";
import type { RowFaults } from "./row-faults.ts";

/** Reports a unit that is not the indicator's, where the sender names one: nothing is ever converted. */
export function checkUnit(row: ParsedRow, { unit }: Pick<IndicatorDefinition, "unit">, faults: RowFaults): void {
  const said = row.unit;
  if (said === null || said === unit) return;
  const text = UNIT_CATALOGUE.get(unit)?.text;
  if (said === text?.vi || said === text?.en) return;
  const name = text ?? { vi: unit, en: unit };
  faults.report(row, {
    code: "code-unknown",
    field: "unit",
    got: said,
    expected: unit,
    reason: {
      vi: `Chỉ số này tính bằng ${name.vi}; số không được tự quy đổi. Quy đổi rồi gửi, ghi đơn vị ${unit} hoặc bỏ trống.`,
      en: `This indicator is in ${name.en}; nothing is converted. Convert the value, write the unit ${unit} or leave it out.`,
    },
  });
}
