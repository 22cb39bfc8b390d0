import { DomainError } from "@bochiso/shared/errors";
import type { RequestHandler } from "express";

/** The names under which a browser on this machine knows it. */
const OWN = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** Whether a `Host` header names this machine as itself. */
export function isOwnHost(host: string | undefined): boolean {
  return host !== undefined && OWN.test(host);
}

/**
 * Turns away requests to any other name. Until sign-in exists, listening on loopback is what keeps the screens to this
 * machine; a page of another site whose name is made to lead here (DNS rebinding) would otherwise count as of this origin.
 */
export const ownHostOnly: RequestHandler = (request, _response, next) => {
  if (isOwnHost(request.headers.host)) {
    next();
    return;
  }
  throw new DomainError(
    "not-found",
    { host: (request.headers.host ?? "").slice(0, 120) },
    {
      vi: "Giao diện chỉ mở được tại localhost hoặc 127.0.0.1 trên chính máy này.",
      en: "The screens answer at localhost or 127.0.0.1 of this very machine only.",
    },
  );
};
