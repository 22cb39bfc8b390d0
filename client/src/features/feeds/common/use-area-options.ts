import { useQuery } from "@tanstack/react-query";
import { useText } from "../../../lib/i18n/index.ts";
import { shellQuery, useSource } from "../../../lib/source/index.ts";

/** The provinces of the product as choices, by their area codes. */
export function useAreaOptions(): { value: string; text: string }[] {
  const text = useText();
  const { data } = useQuery(shellQuery(useSource()));
  return (data?.scopes ?? []).flatMap(({ id, name }) => {
    const code = /^tinh\/(.+)$/.exec(id)?.[1];
    return code === undefined ? [] : [{ value: /^\d/.test(code) ? code : `demo:${code}`, text: text(name) }];
  });
}
