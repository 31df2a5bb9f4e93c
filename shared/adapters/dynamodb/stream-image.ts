import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from './item.ts';

/** An image of a stream record, which comes in the low-level form. */
export const readImage = (image: unknown): Item => unmarshall(image as Record<string, AttributeValue>);
