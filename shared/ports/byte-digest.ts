/** A digest of bytes that come one block after the other. */
export interface ByteDigest {
  add(bytes: Uint8Array): void;
  /** Letters, digits, - and _; 32 of them. */
  text(): string;
}
