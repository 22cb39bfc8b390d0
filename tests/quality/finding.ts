/** A break of a hard rule, at a place a person can click. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export function show({ rule, path, line, message }: Finding): string {
  return `${path}:${line}  ${rule}: ${message}`;
}
