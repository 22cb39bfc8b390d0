/** A JSON number as it was written: `42150.30` stays `42150.30`, 38 digits stay 38 digits. */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
