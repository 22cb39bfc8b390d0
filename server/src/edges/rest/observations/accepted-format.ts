import { DomainError } from "@bochiso/shared/errors";
import type { Request } from "express";

/** JSON or CSV, by `Accept`; JSON where the sender does not mind. Throws `not-acceptable`. */
export function acceptedFormat(request: Request): "json" | "csv" {
  const accepted = request.accepts(["application/json", "text/csv"]);
  if (accepted === "application/json") return "json";
  if (accepted === "text/csv") return "csv";
  throw new DomainError(
    "not-acceptable",
    { expected: "application/json, text/csv" },
    {
      vi: "Chỉ trả lời ở dạng application/json hoặc text/csv.",
      en: "Answers are application/json or text/csv.",
    },
  );
}
