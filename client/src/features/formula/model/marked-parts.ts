/** A stretch of a text, marked or not. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** A text cut at the given stretches (offsets, end exclusive); an empty stretch at the end marks a place holder there. */
export function markedParts(text: string, spans: readonly { start: number; end: number }[]): MarkedPart[] {
  const isMarked = (at: number): boolean => spans.some(({ start, end }) => at >= start && at < end);
  const parts: MarkedPart[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = parts.at(-1);
    const marked = isMarked(at);
    if (last !== undefined && last.marked === marked) last.text += text[at];
    else parts.push({ text: text[at] ?? "", marked });
  }
  if (spans.some(({ start }) => start >= text.length)) parts.push({ text: " ", marked: true });
  return parts;
}
