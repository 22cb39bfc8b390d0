import { DomainError } from "../errors/domain-error.ts";

/** An ISO 8601 duration in its calendar and clock parts. */
export interface Duration {
  readonly months: number;
  readonly days: number;
  /** Null where the duration has no time part: it is then counted in whole days. */
  readonly timeMs: number | null;
}

const DURATION = /^P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Reads `PT1H`, `P1D`, `P3D`, `P1M`, `P1DT12H` (whole numbers). Throws `duration-malformed`. */
export function parseDuration(text: string): Duration {
  const parts = DURATION.exec(text);
  if (parts === null) {
    throw new DomainError(
      "duration-malformed",
      { got: text, expected: "PT1H" },
      {
        vi: `“${text}” không phải là khoảng thời gian ISO 8601, như PT1H hoặc P3D.`,
        en: `“${text}” is not an ISO 8601 duration, such as PT1H or P3D.`,
      },
    );
  }
  const field = (index: number): number => Number(parts[index] ?? 0);
  return {
    months: 12 * field(1) + field(2),
    days: 7 * field(3) + field(4),
    timeMs: parts[5] === undefined ? null : (field(6) * 3600 + field(7) * 60 + field(8)) * 1000,
  };
}
