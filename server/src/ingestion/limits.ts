/** Limits of one submission, published at `GET /api/v1/limits`. Source: push-api, "Answers". */
export const LIMITS = {
  wireBytes: 32 * 1024 * 1024,
  inflatedBytes: 128 * 1024 * 1024,
  observations: 100_000,
  affectedCells: 500_000,
  depth: 8,
  stringBytes: 4096,
  errorsListed: 1_000,
  idempotencyKeyChars: 255,
  valueDigits: 38,
  /** Memory that working on one submission takes at most, its body included. */
  workingBytes: 1_536 * 1024 * 1024,
} as const;
