import { readFile } from "node:fs/promises";
import type { Plugin } from "vite";

/** Serves the seed's maps at `/maps`, as the server does, for `vite --mode fixtures`. */
export function serveMapsInDevelopment(): Plugin {
  return {
    name: "bochiso-dev-maps",
    apply: "serve",
    configureServer(server) {
      server.middlewares.use("/maps", (request, response, next) => {
        const name = /^\/([a-z0-9-]+\.json)$/.exec(request.url ?? "")?.[1];
        if (name === undefined) return next();
        readFile(new URL(`../seed/data/geo/${name}`, import.meta.url)).then(
          (body) => response.setHeader("content-type", "application/json").end(body),
          () => next(),
        );
      });
    },
  };
}
