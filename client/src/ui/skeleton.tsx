/** A grey bar in place of text that is on its way; widths are given so that nothing jumps when it arrives. */
export function Skeleton({ width, height = 14 }: { width: string; height?: number }) {
  return <span className="skeleton" style={{ width, height }} />;
}
