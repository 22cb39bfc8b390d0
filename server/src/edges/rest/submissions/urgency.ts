import type { Request } from "express";
import type { Catalogue } from "../../../catalogue/catalogue.ts";

/** Submissions of at most this many bytes go ahead of bulk ones. */
export const SMALL_BODY = 16 * 1024;

/** An urgent submission of more bytes is admitted first and then works like any bulk one: it would hold up the urgent ones behind it. */
const URGENT_BODY = 1024 * 1024;

/** Whether a submission goes ahead of bulk ones: a small one, or an urgent one that is no bulk load itself. */
export function goesAhead(bytes: number, isUrgent: boolean): boolean {
  return bytes <= (isUrgent ? URGENT_BODY : SMALL_BODY);
}

const EMERGENCY = "emergency";
const URGENT_HEADER = /(?:^|,)\s*u=[01]\s*(?:$|[,;])/;

/** Whether a request says `Priority: u=0` or `u=1` (RFC 9218): heard only where the feed reports on emergencies. */
export function asksForUrgency(request: Pick<Request, "headers">): boolean {
  return URGENT_HEADER.test(String(request.headers["priority"] ?? "").toLowerCase());
}

const known = new WeakMap<Catalogue, ReadonlySet<string>>();

/** Whether a feed owns an indicator of a group for emergencies (Art. 10.3: natural disasters, epidemics, incidents) at a moment. */
export function reportsEmergencies(catalogue: Catalogue, feed: string, at: string): boolean {
  let indicators = known.get(catalogue);
  if (indicators === undefined) {
    const groups = [...catalogue.sets.values()].flatMap((set) => set.groups);
    indicators = new Set(
      groups.filter(({ details }) => details["groupType"] === EMERGENCY).flatMap((group) => group.indicators),
    );
    known.set(catalogue, indicators);
  }
  const owned = catalogue.ownership.scopesAt(at).get(feed);
  return owned !== undefined && [...owned.keys()].some((code) => indicators.has(code));
}
