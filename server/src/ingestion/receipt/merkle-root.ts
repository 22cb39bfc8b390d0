import { hash } from "node:crypto";

const NODE = Buffer.of(0x01);

/** Hash of one leaf: SHA-256(0x00 ‖ leaf). */
function hashLeaf(leaf: string): Buffer {
  return hash("sha256", `\u0000${leaf}`, "buffer");
}

/**
 * Merkle tree hash of RFC 6962 section 2.1 over leaves in order, as lower-case hex; the empty tree is SHA-256 of nothing.
 * Keeps one finished subtree per bit of the count, so memory is logarithmic.
 */
export function merkleRoot(leaves: Iterable<string>): string {
  const subtrees: { size: number; hash: Buffer }[] = [];
  for (const leaf of leaves) {
    let node = { size: 1, hash: hashLeaf(leaf) };
    for (let last = subtrees.at(-1); last?.size === node.size; last = subtrees.at(-1)) {
      subtrees.pop();
      node = { size: node.size * 2, hash: hashNode(last.hash, node.hash) };
    }
    subtrees.push(node);
  }
  const last = subtrees.pop();
  if (last === undefined) return hash("sha256", "", "hex");
  return subtrees.reduceRight((right, left) => hashNode(left.hash, right), last.hash).toString("hex");
}

function hashNode(left: Buffer, right: Buffer): Buffer {
  return hash("sha256", Buffer.concat([NODE, left, right]), "buffer");
}
