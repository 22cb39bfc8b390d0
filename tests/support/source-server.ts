import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers a request as a source outside would. */
export type SourceAnswer = (request: IncomingMessage, response: ServerResponse) => void;

/** A source that is asked over HTTP. */
export interface SourceServer {
  readonly port: number;
  readonly url: string;
  /** What was asked, oldest first. */
  readonly asked: IncomingMessage[];
  /** Answers like this from now on. */
  answer(how: SourceAnswer): void;
  close(): Promise<void>;
}

/** Starts a source on this machine; until it is told how to answer it knows nothing (404). */
export async function startSource(): Promise<SourceServer> {
  let how: SourceAnswer = (_, response) => response.writeHead(404).end();
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    how(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/so-lieu`,
    asked,
    answer: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
