import Table from 'cli-table3';

/** A table to read, and one line of JSON. */
export function report(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  console.log(`\n${title}\n${table.toString()}`);
  console.log(JSON.stringify({ [title]: rows.map((row) => Object.fromEntries(head.map((name, index) => [name || 'what', row[index]]))) }));
}
