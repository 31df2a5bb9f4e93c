import { BpmnModdle } from 'bpmn-moddle';
import Linter from 'bpmnlint/lib/linter.js';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';
import fc from 'fast-check';
import { XmlDocument, XsdValidator, xmlCleanupInputProvider } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';
import { expect, test } from 'vitest';
import { defaultRegulation } from '../../../shared/domain/default-regulation.ts';
import type { Regulation } from '../../../shared/domain/regulation.ts';
import { diagramAsBpmn } from '../../../shared/pictures/process-diagram/bpmn.ts';
import { hostile, sketch } from '../regulations.ts';
import { anyProcess } from './any-process.ts';

/** A linter of its own for each file: its rule against duplicate flows remembers what it has seen. */
const lint = (root: object) => new Linter({ config: { extends: 'bpmnlint:recommended' }, resolver: new NodeResolver() }).lint(root);

async function read(regulation: Regulation) {
  const xml = await diagramAsBpmn(regulation, 'en');
  return { xml, ...(await new BpmnModdle().fromXML(xml)) };
}

test('the built-in process is read back without a warning and passes the recommended rules', async () => {
  const { rootElement, warnings } = await read(defaultRegulation);
  expect(warnings).toEqual([]);
  expect(await lint(rootElement)).toEqual({});
});

test('the rules do find what is wrong', async () => {
  const { xml } = await read(defaultRegulation);
  const { rootElement } = await new BpmnModdle().fromXML(xml.replace('name="Paid?"', ''));
  expect(Object.keys(await lint(rootElement))).toEqual(['label-required']);
});

test('so does every other process: branches for classes, lapses in between, many actions, one checkpoint only', async () => {
  await fc.assert(
    fc.asyncProperty(anyProcess, async (regulation) => {
      const { rootElement, warnings } = await read(regulation);
      expect(warnings).toEqual([]);
      expect(await lint(rootElement)).toEqual({});
    }),
    { numRuns: 40 },
  );
});

test('the file is valid by the schema of the OMG', async () => {
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromString(
    '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema"><xsd:import namespace="http://www.omg.org/spec/BPMN/20100524/MODEL" schemaLocation="BPMN20.xsd"/></xsd:schema>',
    { url: new URL('../../../node_modules/bpmn-moddle/resources/bpmn/xsd/all.xsd', import.meta.url).pathname },
  );
  const validator = XsdValidator.fromDoc(schema);
  for (const regulation of [defaultRegulation, hostile]) {
    const document = XmlDocument.fromString((await read(regulation)).xml);
    expect(() => validator.validate(document)).not.toThrow();
    document.dispose();
  }
  validator.dispose();
  schema.dispose();
  xmlCleanupInputProvider();
});

test('tasks say who does them: messages are sent, tasks wait for a person, cover changes in the system', async () => {
  const { xml } = await read(defaultRegulation);
  expect(xml.match(/<bpmn:sendTask /g)).toHaveLength(4);
  expect(xml).toContain('<bpmn:userTask id="Action_3_1" name="A3 Call the policyholder">');
  expect(xml).toMatch(/<bpmn:lane id="Lane_1" name="Account manager">\s*<bpmn:flowNodeRef>Action_3_1<\/bpmn:flowNodeRef>\s*<\/bpmn:lane>/);
  expect(xml).toContain('<bpmn:serviceTask id="Action_6_1" name="A6 Suspend cover">');
  expect(xml).toContain('<bpmn:timeDate xsi:type="bpmn:tFormalExpression">graceEnd + 5 business days</bpmn:timeDate>');
  expect(xml).toContain('Account manager: R\nHead of sales: A</bpmn:documentation>');
});

test('ids are plain whatever the codes are: modellers accept ASCII names only', async () => {
  const { xml } = await read(sketch({ roles: ['Бухгалтер'], checkpoints: [{ code: '1/К №', does: [['task']] }] }));
  expect([...xml.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id).filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id ?? ''))).toEqual([]);
  expect(xml).toContain('name="1/К № · on the due date"');
});
