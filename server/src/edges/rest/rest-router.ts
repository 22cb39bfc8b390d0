import { Router } from "express";
import type { Services } from "../../services.ts";
import { catalogRouter } from "./catalog/catalog-router.ts";
import { feedsRouter } from "./feeds/feeds-router.ts";
import { getIndex } from "./index-of-addresses.ts";
import { getLimits } from "./limits.ts";
import { methodNotAllowed } from "./method-not-allowed.ts";
import { notBuilt } from "./not-supported.ts";
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
  router.route("/limits").get(getLimits).all(methodNotAllowed("GET"));
  router.use("/catalog", catalogRouter(services));
  router.use("/feeds", feedsRouter(services));
  router.use("/openapi.json", notBuilt("/api/v1/openapi.json"));
  router.use(notFound);
  return router;
}
