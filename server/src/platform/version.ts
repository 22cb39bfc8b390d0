/** Version of the product, as in the root package. */
export const VERSION = "0.1.0";
