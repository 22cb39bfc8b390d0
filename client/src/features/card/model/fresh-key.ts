import type { CardModel } from "@bochiso/shared/screen";

/** What is new when it differs: value and period as they came, not as a language writes them. */
export function freshKey({ value, period }: Pick<CardModel, "value" | "period">): string {
  return `${JSON.stringify(value)}|${period?.id ?? ""}`;
}
