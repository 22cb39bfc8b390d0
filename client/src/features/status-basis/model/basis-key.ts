import type { CellRef } from "@bochiso/shared/screen";

/** An indicator and a breakdown as the text of `?cancu=`; scope and period are already in the address. */
export function basisKey({ indicator, breakdown }: Pick<CellRef, "indicator" | "breakdown">): string {
  return breakdown === "" ? indicator : `${indicator}~${breakdown}`;
}

/** Reads `?cancu=`; the server says when there is no such indicator. */
export function parseBasisKey(text: string): { code: string; breakdown: string } {
  const [code = "", breakdown = ""] = text.split("~");
  return { code, breakdown };
}
