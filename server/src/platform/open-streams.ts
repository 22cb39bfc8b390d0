import type { RequestHandler, Response } from "express";

/** Answers that never end by themselves (live events), so that a shutdown need not wait for them. */
export interface OpenStreams {
  readonly watch: RequestHandler;
  /** Ends all of them; clients connect again and catch up. */
  endAll(): void;
}

export function createOpenStreams(): OpenStreams {
  const open = new Set<Response>();
  return {
    watch: (request, response, next) => {
      if ((request.headers.accept ?? "").includes("text/event-stream")) {
        open.add(response);
        response.on("close", () => open.delete(response));
      }
      next();
    },
    endAll: () => {
      for (const response of open) response.destroy();
    },
  };
}
