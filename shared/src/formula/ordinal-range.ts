/** A range of period ordinals of one type, both ends included. */
export interface OrdinalRange {
  readonly first: number;
  readonly last: number;
}
