/** What a function reported, as CloudWatch has it. */
export interface Metric {
  readonly name: string;
  readonly value: number;
}

interface EmbeddedMetrics {
  readonly _aws?: { readonly CloudWatchMetrics: readonly { readonly Metrics: readonly { readonly Name: string }[] }[] };
  readonly [name: string]: unknown;
}

/** The metrics in a line of a log, in CloudWatch's embedded format: names under `_aws`, values beside it, single or several. */
export function metricsIn(line: string): readonly Metric[] {
  if (!line.startsWith('{')) return [];
  const said = JSON.parse(line) as EmbeddedMetrics;
  const names = said._aws?.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name)) ?? [];
  return names.flatMap((name) => [said[name]].flat().map((value) => ({ name, value: Number(value) })));
}
