/** What one proof found. Times are ratios of measurements taken side by side in this run, never bare limits. */
export interface ProofResult {
  /** Measured figures by name, with the unit in the name (`rowsPerSecond`, `ratioToBare`). */
  readonly figures: Readonly<Record<string, number | string | boolean>>;
  /** True when the goal is met. */
  readonly passed: boolean;
  /** The same proof with the promise broken on purpose: it must fail, or the proof proves nothing. */
  readonly control: { readonly broken: string; readonly failed: boolean };
}

export interface ProofContext {
  /** Arguments after the name of the proof, such as `--full`. */
  readonly args: readonly string[];
  /** Progress for the person who waits; never part of the result. */
  readonly log: (message: string) => void;
}

/** A file `tests/proofs/<name>.ts` exports one of these as `proof`. */
export interface Proof {
  /** The promise, in one sentence with its goal. */
  readonly promise: string;
  readonly run: (context: ProofContext) => Promise<ProofResult>;
}
