import type { Request } from "express";
import type { Services } from "../../../services.ts";
import { authenticate, feedNotAllowed } from "../authenticate.ts";

/** The feed of the address, which the key may ask about. Throws `feed-not-allowed`, also where there is no such feed. */
export async function feedOfRequest(request: Request, services: Services): Promise<string> {
  const subject = await authenticate(request, services);
  const feed = String(request.params["feed"]);
  const catalogue = await services.store.read((tx) => services.catalogue.current(tx));
  if (!catalogue.feeds.has(feed) || (subject.kind === "feed" && subject.feed !== feed)) throw feedNotAllowed(feed);
  return feed;
}
