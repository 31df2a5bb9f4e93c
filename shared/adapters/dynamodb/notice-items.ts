import type { StoredNotice } from '../../ports/notice-store.ts';
import type { Item } from './item.ts';

export const noticeItem = (notice: StoredNotice): Item => ({ ...notice });

export const readNotice = (item: Item): StoredNotice => item as unknown as StoredNotice;
