import type { PublishedModel } from '../../shared/domain/significance/published-model.ts';

/** A model with its version: what is read here can be put again. */
export const presentModel = ({ version, model }: PublishedModel) => ({ self: `/significance/model?version=${version}`, version, ...model });
