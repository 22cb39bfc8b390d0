import type { ShownValue } from "../../lib/format/index.ts";

/** The number with its unit smaller beside it, never below. */
export function ShownNumber({ value }: { value: ShownValue }) {
  return (
    <>
      {value.text}
      {value.unit === "" ? null : <small className={value.tight ? "pc" : undefined}>{value.unit}</small>}
    </>
  );
}
