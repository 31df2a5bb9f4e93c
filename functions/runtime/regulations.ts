import { regulationPublisher } from '../../shared/adapters/dynamodb/regulation-publisher.ts';
import { regulationStore } from '../../shared/adapters/dynamodb/regulation-store.ts';
import { dynamoDb } from './dynamodb.ts';
import { environment } from './environment.ts';
import { significanceModels } from './models.ts';
import { type Outside, system } from './system.ts';

export function regulationRuntime(outside?: Outside) {
  const { Regulations } = environment().tables;
  const { clock, aws } = system(outside);
  return {
    clock,
    publisher: regulationPublisher(dynamoDb(aws), Regulations),
    regulations: regulationStore(dynamoDb(aws), Regulations),
    models: significanceModels({ aws, clock }),
  };
}
