import { createServer, request as forward, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a line does to one request: pass it on, lose its answer after it was served, or answer that it is busy. */
export type LineFault = "pass" | "lose-answer" | "busy";

/** A line to a server on which things go wrong as told. */
export interface FlakyProxy {
  readonly url: string;
  /** The requests in the order they came: `POST lose-answer`, `GET pass`. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

/** A proxy in front of `target`; each POST takes the next of `faults`, once they are used up everything passes. */
export async function startFlakyProxy(target: string, faults: readonly LineFault[]): Promise<FlakyProxy> {
  const left = [...faults];
  const seen: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const fault = incoming.method === "POST" ? (left.shift() ?? "pass") : "pass";
    seen.push(`${incoming.method} ${fault}`);
    if (fault === "busy") {
      incoming.resume();
      outgoing.writeHead(503, { "Retry-After": "1", "Content-Type": "application/problem+json" });
      outgoing.end('{"code":"busy"}');
    } else pass({ target, incoming, outgoing, isLost: fault === "lose-answer" });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass({
  target,
  incoming,
  outgoing,
  isLost,
}: {
  target: string;
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  isLost: boolean;
}): void {
  const { method = "GET", url = "/", headers } = incoming;
  const onward = forward(new URL(url, target), { method, headers }, (answer) => {
    if (isLost) {
      // The server has done its work; its answer never arrives.
      answer.resume();
      answer.on("end", () => outgoing.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
}
