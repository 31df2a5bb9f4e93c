import type { AttributeValue } from '../values/attribute-value.ts';
import type { DocumentPath } from './document-path.ts';

export type UpdateOperand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'ifNotExists'; readonly path: DocumentPath; readonly fallback: UpdateOperand }
  | { readonly kind: 'listAppend'; readonly first: UpdateOperand; readonly second: UpdateOperand };

export type UpdateValue =
  | UpdateOperand
  | { readonly kind: 'arithmetic'; readonly operator: '+' | '-'; readonly left: UpdateOperand; readonly right: UpdateOperand };

export type UpdateAction =
  | { readonly kind: 'SET'; readonly path: DocumentPath; readonly value: UpdateValue }
  | { readonly kind: 'REMOVE'; readonly path: DocumentPath }
  | { readonly kind: 'ADD'; readonly path: DocumentPath; readonly value: AttributeValue }
  | { readonly kind: 'DELETE'; readonly path: DocumentPath; readonly value: AttributeValue };

export type Update = readonly UpdateAction[];
