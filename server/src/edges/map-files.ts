import { join } from "node:path";
import express, { Router } from "express";

/** `/maps/<name>.json`: the provinces and islands projected to SVG paths at build time, with their attribution. */
export function mapFiles(folder: string): Router {
  const router = Router();
  router.use(express.static(join(folder), { index: false, extensions: [], maxAge: 3_600_000 }));
  return router;
}
