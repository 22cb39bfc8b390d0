import { hash } from "node:crypto";
import { runSteps } from "@bochiso/shared/graph";
import { ROWS_PER_STEP } from "../../platform/slices.ts";

const HASH_BYTES = 32;
/** A node is hashed over 0x01, its left and its right child. */
const NODE_BYTES = 1 + 2 * HASH_BYTES;

/** Hash of one leaf: SHA-256(0x00 ‖ leaf), a byte a character: making a text costs half of making a buffer. */
function hashLeaf(leaf: string): string {
  return hash("sha256", `\u0000${leaf}`, "binary");
}

/**
 * Merkle tree hash of RFC 6962 section 2.1 over leaves in order, as lower-case hex; the empty tree is SHA-256 of nothing.
 * Keeps one finished subtree per bit of the count, so memory is logarithmic.
 */
export function merkleRoot(leaves: Iterable<string>): string {
  return runSteps(merkleSteps(leaves));
}

/** The same in steps. */
export function* merkleSteps(leaves: Iterable<string>): Generator<void, string> {
  const subtrees: { size: number; hash: string }[] = [];
  const hashNode = nodeHasher();
  let count = 0;
  for (const leaf of leaves) {
    let node = { size: 1, hash: hashLeaf(leaf) };
    for (let last = subtrees.at(-1); last?.size === node.size; last = subtrees.at(-1)) {
      subtrees.pop();
      node = { size: node.size * 2, hash: hashNode(last.hash, node.hash) };
    }
    subtrees.push(node);
    count += 1;
    if (count % ROWS_PER_STEP === 0) yield;
  }
  const last = subtrees.pop();
  if (last === undefined) return hash("sha256", "", "hex");
  const root = subtrees.reduceRight((right, left) => hashNode(left.hash, right), last.hash);
  return Buffer.from(root, "latin1").toString("hex");
}

function nodeHasher(): (left: string, right: string) => string {
  const node = Buffer.alloc(NODE_BYTES, 0x01);
  return (left, right) => {
    node.write(left, 1, "latin1");
    node.write(right, 1 + HASH_BYTES, "latin1");
    return hash("sha256", node, "binary");
  };
}
