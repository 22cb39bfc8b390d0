import { errorValue, missingValue, type Value } from "@bochiso/shared/observation";
import type { ObservationContent } from "./observation.ts";

/** The value a revision stands for. */
export function toValue(content: Pick<ObservationContent, "value" | "missingReason" | "errorCode">): Value {
  if (content.value !== null) return { kind: "number", value: content.value };
  if (content.errorCode !== null) return errorValue(content.errorCode);
  return missingValue(content.missingReason ?? "not-reported");
}

const NOTHING = { value: null, missingReason: null, errorCode: null };

/** The columns that stand for a value. */
export function fromValue(value: Value): Pick<ObservationContent, "value" | "missingReason" | "errorCode"> {
  switch (value.kind) {
    case "number":
      return { ...NOTHING, value: value.value };
    case "missing":
      return { ...NOTHING, missingReason: value.reason };
    case "error":
      return { ...NOTHING, errorCode: value.code };
  }
}
