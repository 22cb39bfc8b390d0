import { FormulaPage, useTriedInAddress } from "../features/formula/index.ts";

export function FormulaRoute() {
  const [tried, onChange] = useTriedInAddress();
  return <FormulaPage tried={tried} onChange={onChange} />;
}
