import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useText } from "../../../lib/i18n/index.ts";
import { shellQuery, useSource } from "../../../lib/source/index.ts";

/** Names of areas by their codes, out of the units of the product; a code without a name stands as it is. */
export function useAreaNames(): (code: string) => string {
  const text = useText();
  const { data } = useQuery(shellQuery(useSource()));
  const names = useMemo(() => {
    const known = new Map<string, string>([["VN", text({ vi: "Cả nước", en: "Viet Nam" })]]);
    for (const { id, name } of data?.scopes ?? []) {
      const code = /^tinh\/(.+)$/.exec(id)?.[1];
      if (code !== undefined) known.set(/^\d/.test(code) ? code : `demo:${code}`, text(name));
    }
    return known;
  }, [data, text]);
  return (code) => names.get(code) ?? code;
}
