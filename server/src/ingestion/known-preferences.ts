/** What the sender of a submission may prefer in `Prefer` (RFC 7240), and what it means: all rows or none, or the sound ones. */
export const KNOWN_PREFERENCES = { "handling=strict": "strict", "handling=lenient": "lenient" } as const;
