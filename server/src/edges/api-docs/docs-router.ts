import { DomainError } from "@bochiso/shared/errors";
import { Language } from "@bochiso/shared/text";
import { type Request, type RequestHandler, Router } from "express";
import { methodNotAllowed } from "../rest/method-not-allowed.ts";
import { QueryParameters } from "../rest/query-parameters.ts";
import { EXAMPLE_FILES, exampleText, isExampleFile } from "./example-files.ts";
import { PAGE_STYLE } from "./page-style.ts";
import { renderPage } from "./render-page.ts";

/** `/api/docs`: the wire contract for people, with the examples to take along. Open: it holds no values. */
export function docsRouter(): Router {
  const router = Router();
  router.route("/").get(getPage).all(methodNotAllowed("GET"));
  router.route("/style.css").get(getStyle).all(methodNotAllowed("GET"));
  router.route("/examples/:file").get(getExample).all(methodNotAllowed("GET"));
  return router;
}

const getPage: RequestHandler = (request, response) => {
  const language = new QueryParameters(request, ["lang"]).choice("lang", Language.options, "vi");
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Language", language);
  response.type("text/html; charset=utf-8").send(renderPage({ language, origin: originOf(request) }));
};

const getStyle: RequestHandler = (_request, response) => {
  response.setHeader("Cache-Control", "no-cache");
  response.type("text/css; charset=utf-8").send(PAGE_STYLE);
};

const getExample: RequestHandler = (request, response) => {
  const file = String(request.params["file"]);
  if (!isExampleFile(file)) {
    throw new DomainError(
      "not-found",
      { file: file.slice(0, 120) },
      { vi: "Không có tệp ví dụ này.", en: "There is no such example." },
    );
  }
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Content-Disposition", `attachment; filename="${file}"`);
  response.type(`${EXAMPLE_FILES[file]}; charset=utf-8`).send(exampleText(file));
};

const HOST = /^[a-z0-9.:[\]-]{1,120}$/i;

/** The address as the reader typed it: what the commands of the page are to be run against. */
function originOf(request: Request): string {
  const host = request.headers.host ?? "";
  return `${request.protocol}://${HOST.test(host) ? host : "127.0.0.1:3000"}`;
}
