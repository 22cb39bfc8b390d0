import { once } from "node:events";
import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, it, vi } from "vitest";
import { rangesOf } from "./address-guard.ts";
import { askOnce, readBytes } from "./ask-once.ts";
import { aCertificate, type Certificate } from "./testing/a-certificate.ts";

const LIMITS = { timeoutSeconds: 5, connectSeconds: 5, bytes: 1_024 };
const HERE = "127.0.0.1";
const trustedBefore = getCACertificates();
const servers: Server[] = [];

/** A source on this machine that shows a certificate, and how often it was asked anything. */
async function aSource(certificate: Certificate): Promise<{ url: URL; asked: () => number }> {
  let asked = 0;
  const server = createServer(certificate, (_, response) => {
    asked += 1;
    response.end("số liệu");
  });
  servers.push(server);
  server.listen(0, HERE);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`https://${HERE}:${port}/`), asked: () => asked };
}

/** Asks with a secret, as a run does; addresses of this machine are named, so that the guard lets it through. */
function ask(url: URL): Promise<string> {
  const rule = { named: rangesOf("127.0.0.0/8"), insideOnly: false };
  const { signal } = new AbortController();
  const headers = { authorization: "Bearer a-secret-of-the-source" };
  return askOnce({ url, headers, limits: LIMITS, rule, signal }, async (answer) =>
    Buffer.from(await readBytes(answer, LIMITS)).toString(),
  );
}

const trust = ({ cert }: Certificate): void => setDefaultCACertificates([...trustedBefore, cert]);

describe("the certificate of a pulled source", () => {
  afterEach(() => {
    setDefaultCACertificates(trustedBefore);
    vi.unstubAllEnvs();
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it("is trusted where this machine trusts who signed it", async () => {
    const certificate = aCertificate({ address: HERE, days: 1 });
    const { url, asked } = await aSource(certificate);
    trust(certificate);
    expect([await ask(url), asked()]).toEqual(["số liệu", 1]);
  });

  it.each([
    ["signed by nobody who is trusted", { address: HERE, days: 1 }, "DEPTH_ZERO_SELF_SIGNED_CERT", false],
    ["for another address", { address: "127.0.0.2", days: 1 }, "ERR_TLS_CERT_ALTNAME_INVALID", true],
    ["that is over", { address: HERE, days: -1 }, "CERT_HAS_EXPIRED", true],
  ])("is refused before anything is asked: %s, whatever the environment says", async (_what, of, reason, isTrusted) => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const certificate = aCertificate(of);
    const { url, asked } = await aSource(certificate);
    if (isTrusted) trust(certificate);
    await expect(ask(url)).rejects.toMatchObject({ code: "pull-tls", facts: { host: HERE, reason } });
    expect(asked()).toBe(0);
  });
});
