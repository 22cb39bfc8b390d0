import { Router } from "express";
import type { Services } from "../../services.ts";
import { serveDocument } from "../openapi/serve-document.ts";
import { catalogRouter } from "./catalog/catalog-router.ts";
import { feedsRouter } from "./feeds/feeds-router.ts";
import { getIndex } from "./index-of-addresses.ts";
import { getLimits } from "./limits.ts";
import { methodNotAllowed } from "./method-not-allowed.ts";
import { explainObservation } from "./observations/explain-observation.ts";
import { getObservations } from "./observations/get-observations.ts";
import { notFound } from "./send-problem.ts";
import { findSubmission, getSubmission } from "./submissions/get-submission.ts";
import { notingRefusals } from "./submissions/note-refusals.ts";
import { postSubmission } from "./submissions/post-submission.ts";

/** Everything under `/api/v1`. Source: push-api. */
export function restRouter(services: Services): Router {
  const router = Router();
  router.route("/").get(getIndex).all(methodNotAllowed("GET"));
  router
    .route("/submissions")
    .post(notingRefusals(services, postSubmission(services)))
    .get(findSubmission(services))
    .all(methodNotAllowed("GET, POST"));
  router.route("/submissions/:id").get(getSubmission(services)).all(methodNotAllowed("GET"));
  router.route("/observations").get(getObservations(services)).all(methodNotAllowed("GET"));
  router.route("/observations/explain").get(explainObservation(services)).all(methodNotAllowed("GET"));
  router.route("/limits").get(getLimits(services)).all(methodNotAllowed("GET"));
  router.use("/catalog", catalogRouter(services));
  router.use("/feeds", feedsRouter(services));
  router.route("/openapi.json").get(serveDocument).all(methodNotAllowed("GET"));
  router.use(notFound);
  return router;
}
