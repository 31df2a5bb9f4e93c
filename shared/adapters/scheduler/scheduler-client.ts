import { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { AwsConnection } from '../aws-connection.ts';

export const schedulerClient = (aws: AwsConnection = {}): SchedulerClient => new SchedulerClient(aws);
