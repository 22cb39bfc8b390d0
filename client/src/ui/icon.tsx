export type IconName =
  | "s-dat"
  | "s-cham"
  | "s-nguyco"
  | "s-khong"
  | "i-down"
  | "i-search"
  | "i-close"
  | "i-more"
  | "i-flag"
  | "i-clock"
  | "n-1"
  | "n-2"
  | "n-3"
  | "n-4"
  | "n-5";

/** A symbol of the sprite in `index.html`; always beside a word, so hidden from assistive technology. */
export function Icon({ name, size, className }: { name: IconName; size: number; className?: string }) {
  return (
    <svg width={size} height={size} aria-hidden="true" className={className}>
      <use href={`#${name}`} />
    </svg>
  );
}
