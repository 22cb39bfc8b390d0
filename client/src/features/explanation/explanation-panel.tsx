export function ExplanationPanel({ cell }: { cell: string }) {
  return <p className="vh">{cell}</p>;
}
