/**
 * The tag by which SES's reports name the notices of a message. SES takes ASCII letters, digits, `_ - . @`, 256 characters at most
 * (API reference, MessageTag). Ids are ULIDs of 26 characters: 9 of them and 8 points are 242, 10 would be 269.
 */
export const MOST_IN_ONE_MESSAGE = 9;

const SEPARATOR = '.';

export const noticeTag = (noticeIds: readonly string[]): string => noticeIds.join(SEPARATOR);

export const noticeIdsOf = (tag: string): readonly string[] => tag.split(SEPARATOR).filter((id) => id !== '');
