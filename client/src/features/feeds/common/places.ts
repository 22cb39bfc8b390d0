/** Sheets of the page of a feed that links lead to. */
export const EXPECTED_PLACE = "con-thieu";
export const GAPS_PLACE = "so-thieu";
export const REFUSALS_PLACE = "tu-choi";
