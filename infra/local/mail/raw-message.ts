export interface Named {
  readonly name: string;
  readonly value: string;
}

/** The header fields of a raw message, unfolded, as they were sent. The emulator reads the fields it knows and drops the others. */
export const headersOf = (raw: string): readonly Named[] => {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const unfolded = head.replaceAll(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
  });
};

/** Message tags of a SendEmail or SendRawEmail call: Tags.member.1.Name and .Value, and so on. */
export const tagsOf = (call: URLSearchParams): readonly Named[] => {
  const tags: Named[] = [];
  for (let number = 1; call.has(`Tags.member.${number}.Name`); number++) {
    tags.push({ name: call.get(`Tags.member.${number}.Name`) ?? '', value: call.get(`Tags.member.${number}.Value`) ?? '' });
  }
  return tags;
};
