/** A stored item, unmarshalled, before a codec has read it. */
export type Item = Record<string, unknown>;
