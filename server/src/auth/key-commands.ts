/** Which key ends, why, and who says so. */
export interface RevokeKeyCommand {
  id: string;
  reason: string;
  at: string;
  actor: string;
}

/** A successor of a key: it takes over label, holder, addresses and feed. */
export interface RotateKeyCommand {
  /** The key in use. */
  old: string;
  id: string;
  secretHash: string;
  expiresAt: string | null;
  /** Until when the key in use goes on (ISO instant); `at` itself: revoked at once. */
  overlapUntil: string;
  at: string;
  actor: string;
}
