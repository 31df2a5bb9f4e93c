import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRIC_NAMESPACE, METRICS, type MetricName } from '../../shared/ports/metrics.ts';

const metrics = new Metrics({ namespace: METRIC_NAMESPACE });

/** Writes metrics in CloudWatch's embedded format, at once: they leave with the log line. */
export function count(name: MetricName, value: number): void {
  metrics.addMetric(name, MetricUnit[METRICS[name]], value);
  metrics.publishStoredMetrics();
}
