import { scopeIdOf } from "@bochiso/shared/screen";
import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
  redirect,
  retainSearchParams,
} from "@tanstack/react-router";
import { NotFound } from "../features/not-found/index.ts";
import { overviewQuery, type ScreenSource } from "../lib/source/index.ts";
import { GovernmentRoute, MinistryRoute, ProvinceRoute } from "../routes/overview-routes.tsx";
import {
  appSearch,
  entrySearch,
  feedSearch,
  feedsSearch,
  formulaSearch,
  groupSearch,
  indicatorSearch,
  indicatorsSearch,
  parseSearch,
  qualitySearch,
  scopedSearch,
  stringifySearch,
  submissionSearch,
} from "./search-params.ts";
import { Shell } from "./shell/shell.tsx";

export interface RouterContext {
  queryClient: QueryClient;
  source: ScreenSource;
}

const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: appSearch,
  search: { middlewares: [retainSearchParams(["ky", "manhinh", "ngonngu", "db"])] },
  component: Shell,
  notFoundComponent: NotFound,
});

/** Starts the screen's one query before its components render. */
function preloadOverview(context: RouterContext, id: string, period: string | undefined): void {
  const scope = scopeIdOf(id);
  if (scope === null) return;
  void context.queryClient.prefetchQuery(overviewQuery(context.source, { scope, period: period ?? null }));
}

const indexRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: ({ search }) => {
    throw redirect({ to: "/cp", search, replace: true });
  },
});
const governmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cp",
  loaderDeps: ({ search }) => ({ ky: search.ky }),
  loader: ({ context, deps }) => preloadOverview(context, "cp", deps.ky),
  component: GovernmentRoute,
});
const ministryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bo/$code",
  loaderDeps: ({ search }) => ({ ky: search.ky }),
  loader: ({ context, deps, params }) => preloadOverview(context, `bo/${params.code}`, deps.ky),
  component: MinistryRoute,
});
const provinceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tinh/$code",
  loaderDeps: ({ search }) => ({ ky: search.ky }),
  loader: ({ context, deps, params }) => preloadOverview(context, `tinh/${params.code}`, deps.ky),
  component: ProvinceRoute,
});
const groupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhom/$code",
  validateSearch: groupSearch,
  component: lazyRouteComponent(() => import("../routes/group-route.tsx"), "GroupRoute"),
});
const indicatorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-so",
  validateSearch: indicatorsSearch,
  component: lazyRouteComponent(() => import("../routes/indicators-route.tsx"), "IndicatorsRoute"),
});
const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-so/$code",
  validateSearch: indicatorSearch,
  component: lazyRouteComponent(() => import("../routes/indicator-route.tsx"), "IndicatorRoute"),
});
const formulaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cong-thuc",
  validateSearch: formulaSearch,
  component: lazyRouteComponent(() => import("../routes/formula-route.tsx"), "FormulaRoute"),
});
const feedsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nguon-du-lieu",
  validateSearch: feedsSearch,
  component: lazyRouteComponent(() => import("../routes/feeds-route.tsx"), "FeedsRoute"),
});
const qualityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nguon-du-lieu/chat-luong",
  validateSearch: qualitySearch,
  component: lazyRouteComponent(() => import("../routes/quality-route.tsx"), "QualityRoute"),
});
const feedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nguon-du-lieu/$feed",
  validateSearch: feedSearch,
  component: lazyRouteComponent(() => import("../routes/feed-route.tsx"), "FeedRoute"),
});
const entryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nguon-du-lieu/$feed/nhap-tay",
  validateSearch: entrySearch,
  component: lazyRouteComponent(() => import("../routes/feed-entry-route.tsx"), "EntryRoute"),
});
const fileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nguon-du-lieu/$feed/tai-tep",
  validateSearch: entrySearch,
  component: lazyRouteComponent(() => import("../routes/feed-file-route.tsx"), "FileRoute"),
});
const submissionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nguon-du-lieu/$feed/luot/$id",
  validateSearch: submissionSearch,
  component: lazyRouteComponent(() => import("../routes/submission-route.tsx"), "SubmissionRoute"),
});
const pending = (
  path: "/chuong-trinh" | "/nhiem-vu" | "/tinh-huong",
  name: "ProgrammesRoute" | "TasksRoute" | "EmergenciesRoute",
) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: scopedSearch,
    component: lazyRouteComponent(() => import("../routes/pending-routes.tsx"), name),
  });

const routeTree = rootRoute.addChildren([
  indexRoute,
  governmentRoute,
  ministryRoute,
  provinceRoute,
  groupRoute,
  indicatorsRoute,
  indicatorRoute,
  formulaRoute,
  feedsRoute,
  qualityRoute,
  feedRoute,
  submissionRoute,
  entryRoute,
  fileRoute,
  pending("/chuong-trinh", "ProgrammesRoute"),
  pending("/nhiem-vu", "TasksRoute"),
  pending("/tinh-huong", "EmergenciesRoute"),
]);

/** Every address of the product. */
export function createAppRouter(context: RouterContext, history?: RouterHistory) {
  return createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    ...(history === undefined ? {} : { history }),
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
