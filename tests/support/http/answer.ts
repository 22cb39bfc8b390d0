import { expectDescribed } from "./openapi-check.ts";

/** An answer, read: status, headers, the body as sent and, where it is JSON, what it says. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: T;
}

/** Reads a response. `T` is what the test expects of the JSON; its assertions show whether that is so. */
export async function readAnswer<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const json = (isJson && text !== "" ? JSON.parse(text) : null) as T;
  return { status: response.status, headers: response.headers, text, json };
}

/** Reads a response, and throws where the OpenAPI document does not describe it as an answer to what was asked. */
export async function describedAnswer<T>(
  response: Response,
  asked: { readonly method: string; readonly path: string },
): Promise<Answer<T>> {
  const answer = await readAnswer<T>(response);
  expectDescribed({ ...asked, status: answer.status, headers: answer.headers, text: answer.text });
  return answer;
}
