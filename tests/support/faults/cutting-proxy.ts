import { once } from "node:events";
import { connect as connectTo, createServer, type Socket } from "node:net";
import type { Chance } from "./chance.ts";

/** A line to a server that breaks. */
export interface CuttingProxy {
  readonly url: string;
  /** Connections broken so far, by what was under way. */
  readonly cuts: { request: number; answer: number };
  close(): Promise<void>;
}

/** Bytes after which a connection breaks at the latest: within the first request and its answer, or some later ones. */
const MOST_BYTES = { request: 1_500, answer: 3_000 };

/** Passes bytes on to a server and breaks every connection at a random byte of what is sent or of what is answered. */
export async function startCuttingProxy(target: string, chance: Chance): Promise<CuttingProxy> {
  const { port } = new URL(target);
  const cuts = { request: 0, answer: 0 };
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connectTo(Number(port), "127.0.0.1");
    const which = chance.is(0.3) ? "request" : "answer";
    const limit = chance.below(MOST_BYTES[which]);
    const resets = chance.is(0.5);
    const cut = (): void => {
      cuts[which] += 1;
      for (const socket of [client, upstream]) {
        // Half of the lines end with a reset, half fall silent in an orderly way.
        if (resets) socket.resetAndDestroy();
        else socket.destroy();
      }
    };
    pass(client, upstream, which === "request" ? limit : null, cut);
    pass(upstream, client, which === "answer" ? limit : null, cut);
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a proxy listens on a port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    cuts,
    close: async () => {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}

/** Passes on at most `limit` bytes, to the byte, then cuts. */
function pass(from: Socket, to: Socket, limit: number | null, cut: () => void): void {
  let left = limit ?? Number.POSITIVE_INFINITY;
  from.on("data", (chunk: Buffer) => {
    if (chunk.length <= left) {
      left -= chunk.length;
      to.write(chunk);
      return;
    }
    const last = chunk.subarray(0, left);
    left = 0;
    from.pause();
    to.write(last, () => cut());
  });
}
