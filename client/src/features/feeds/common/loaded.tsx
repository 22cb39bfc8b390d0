import type { ReactNode } from "react";
import { useWords } from "../../../lib/i18n/index.ts";
import { Skeleton } from "../../../ui/index.ts";
import { faultWords } from "./fault-words.ts";
import { QueryFault } from "./query-fault.tsx";

interface Props<Data> {
  query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** Room for what is to come, in pixels. */
  height: number;
  /** Where the sheet around has no body of its own. */
  padded?: boolean;
  children: (data: Data) => ReactNode;
}

/** What a query brings: until then room for it, or why it did not come; what came before stays beside a fault. */
export function Loaded<Data>({ query: { data, error, refetch }, height, padded = false, children }: Props<Data>) {
  const t = useWords(faultWords);
  return (
    <>
      {error === null ? null : <QueryFault error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <p className={padded ? "fd-body" : undefined} aria-busy="true">
          <span className="vh">{t.loading}</span>
          <Skeleton width="96%" height={height} />
        </p>
      ) : null}
      {data === undefined ? null : children(data)}
    </>
  );
}
