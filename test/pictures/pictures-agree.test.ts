import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRegulation } from '../../shared/domain/default-regulation.ts';
import type { Regulation } from '../../shared/domain/regulation.ts';
import { diagramAsBpmn } from '../../shared/pictures/process-diagram/bpmn.ts';
import { diagramAsMermaid } from '../../shared/pictures/process-diagram/mermaid.ts';
import { diagramAsSvg } from '../../shared/pictures/process-diagram/svg.ts';
import { groupLine, responsibilityMatrix } from '../../shared/pictures/responsibility-matrix.ts';
import { anyProcess } from './process-diagram/any-process.ts';

const listOf = (element: ModdleElement, property: string) => element.get(property) as ModdleElement[];
const nameOf = (element: ModdleElement) => String(element.get('name'));

/** Follows the sequence flows of an installment that is never paid, and what restores cover: moments and tasks as they come. */
async function walked(regulation: Regulation): Promise<readonly string[]> {
  const { rootElement } = await new BpmnModdle().fromXML(await diagramAsBpmn(regulation, 'en'));
  const process = listOf(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process')!;
  const elements = listOf(process, 'flowElements');
  const seen: string[] = [];
  const leadsOn = (node: ModdleElement): ModdleElement | undefined => {
    const ways = listOf(node, 'outgoing');
    return (ways.find((way) => nameOf(way) === 'no') ?? ways[0])?.get('targetRef') as ModdleElement | undefined;
  };
  const roundabout = (node: ModdleElement) =>
    listOf(node, 'outgoing')
      .find((way) => nameOf(way) === 'waived')
      ?.get('targetRef') as ModdleElement;
  for (const start of elements.filter(({ $type }) => $type === 'bpmn:StartEvent')) {
    let around: ModdleElement | undefined;
    for (let node: ModdleElement | undefined = start; node; ) {
      if (/Task$|StartEvent$|IntermediateCatchEvent$/.test(node.$type)) seen.push(nameOf(node));
      around = roundabout(node) ?? around;
      const next: ModdleElement | undefined = leadsOn(node);
      node = next?.$type === 'bpmn:EndEvent' && around ? around : next; // one class lapses, the others go on
      if (node === around) around = undefined;
    }
  }
  return seen;
}

const tabled = (regulation: Regulation): readonly string[] =>
  responsibilityMatrix(regulation, 'en').groups.flatMap((group) => [
    group.checkpoint === undefined ? 'Suspended policy is paid up' : groupLine(group),
    ...group.rows.map(({ code, action }) => `${code} ${action}`),
  ]);

test('matrix and BPMN show the same checkpoints and actions in the same order', async () => {
  expect(await walked(defaultRegulation)).toEqual(tabled(defaultRegulation));
  await fc.assert(
    fc.asyncProperty(anyProcess, async (regulation) => {
      expect(await walked(regulation)).toEqual(tabled(regulation));
    }),
    { numRuns: 40 },
  );
});

test('SVG and Mermaid show the actions that the matrix has', () => {
  const codes = responsibilityMatrix(defaultRegulation, 'en').groups.flatMap(({ rows }) => rows.map(({ code }) => code));
  const inSvg = [...diagramAsSvg(defaultRegulation, 'en').matchAll(/<text class="code"[^>]*>([^<]*)</g)].map(([, code]) => code);
  const inMermaid = [...diagramAsMermaid(defaultRegulation, 'en').matchAll(/Action_\w+\["(\w+) /g)].map(([, code]) => code);
  expect(inSvg).toEqual(codes);
  expect(inMermaid.toSorted()).toEqual(codes);
});
