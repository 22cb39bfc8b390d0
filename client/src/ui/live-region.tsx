import { useAnnouncement } from "../lib/announce/index.ts";

/** The one polite live region of the product. */
export function LiveRegion() {
  const text = useAnnouncement((state) => state.text);
  return (
    <p className="vh" role="status" aria-live="polite">
      {text}
    </p>
  );
}
