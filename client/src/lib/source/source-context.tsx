import { createContext, use } from "react";
import type { ScreenSource } from "./screen-source.ts";

export const SourceContext = createContext<ScreenSource | null>(null);

/** The source of the screens; it must be provided. */
export function useSource(): ScreenSource {
  const source = use(SourceContext);
  if (source === null) throw new Error("SourceContext is missing");
  return source;
}
