import { scopeIdOf } from "@bochiso/shared/screen";
import { useParams, useSearch } from "@tanstack/react-router";
import { NotFound } from "../features/not-found/index.ts";
import { OverviewPage } from "../features/overview/index.ts";

function Overview({ id }: { id: string }) {
  const { ky } = useSearch({ from: "__root__" });
  const scope = scopeIdOf(id);
  return scope === null ? <NotFound /> : <OverviewPage scope={scope} period={ky ?? null} />;
}

export function GovernmentRoute() {
  return <Overview id="cp" />;
}

export function MinistryRoute() {
  return <Overview id={`bo/${useParams({ from: "/bo/$code" }).code}`} />;
}

export function ProvinceRoute() {
  return <Overview id={`tinh/${useParams({ from: "/tinh/$code" }).code}`} />;
}
