import { DomainError } from "@bochiso/shared/errors";
import { type RequestHandler, Router } from "express";
import type { Catalogue } from "../../../catalogue/catalogue.ts";
import type { Services } from "../../../services.ts";
import { sendWithEtag } from "../etag-json.ts";
import { methodNotAllowed } from "../method-not-allowed.ts";
import { QueryParameters } from "../query-parameters.ts";

type Resource = (catalogue: Catalogue, code: string) => object | undefined;

/** What each address of the catalogue gives; undefined is 404. */
const RESOURCES: Readonly<Record<string, Resource>> = {
  "/indicators": ({ definitions }) => ({ indicators: [...definitions.values()] }),
  "/indicators/:code": ({ definitions }, code) => definitions.get(code),
  "/codelists": ({ dimensions }) => ({
    codelists: [...dimensions.values()].map(({ id, name, open }) => ({ id, name, open })),
  }),
  "/codelists/:code": ({ dimensions }, code) => dimensions.get(code),
  "/areas": ({ areas }) => ({ areas: [...areas.values()] }),
  "/agencies": ({ agencies }) => ({ agencies: [...agencies.values()] }),
  "/sets": ({ sets }) => ({
    sets: [...sets.values()].map(({ code, level, owner, name }) => ({ code, level, owner, name })),
  }),
  "/sets/:code": ({ sets }, code) => sets.get(code),
};

/** `/api/v1/catalog/…`: the definitions in force and their code lists, as data. Open: it holds no values. */
export function catalogRouter(services: Services): Router {
  const router = Router();
  for (const [path, resource] of Object.entries(RESOURCES)) {
    router.route(path).get(answer(services, resource)).all(methodNotAllowed("GET"));
  }
  return router;
}

function answer(services: Services, resource: Resource): RequestHandler {
  return async (request, response) => {
    new QueryParameters(request, []);
    const catalogue = await services.store.read((tx) => services.catalogue.current(tx));
    const code = String(request.params["code"] ?? "");
    const found = resource(catalogue, code);
    if (found === undefined) throw notInCatalogue(code);
    sendWithEtag(request, response, found);
  };
}

function notInCatalogue(code: string): DomainError {
  return new DomainError(
    "not-found",
    { code: code.slice(0, 120) },
    {
      vi: `Danh mục không có mã "${code.slice(0, 120)}".`,
      en: `The catalogue has no code "${code.slice(0, 120)}".`,
    },
  );
}
