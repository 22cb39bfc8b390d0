const collator = new Intl.Collator("vi", { numeric: true });

/** Vietnamese alphabetical order (a ă â … d đ … and tones), numbers by value: for `sort`. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
