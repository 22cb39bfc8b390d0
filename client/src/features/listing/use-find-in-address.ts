import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";

/** Keeps the words looked for in the address (`tim`), without a step back for each letter. */
export function useFindInAddress(): (text: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (text) =>
      void navigate({
        to: ".",
        search: (before) => ({ ...before, tim: text || undefined }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
}
