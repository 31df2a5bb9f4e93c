import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import type { Language, Regulation } from '../../domain/regulation.ts';
import { bpmnDiagram } from './bpmn-drawing.ts';
import { type BpmnProcess, bpmnProcess } from './bpmn-process.ts';
import { processGraph } from './build-graph.ts';
import { layout } from './layout.ts';

/**
 * The process as BPMN 2.0 with its layout, to open in bpmn.io or Camunda Modeler. It describes what this system executes
 * and is not itself executable: the regulation is what runs.
 */
export async function diagramAsBpmn(regulation: Regulation, language: Language): Promise<string> {
  const moddle = new BpmnModdle();
  const diagram = layout(processGraph(regulation, language));
  const process = bpmnProcess(moddle, diagram.graph);
  const { xml } = await moddle.toXML(definitionsOf(moddle, process, bpmnDiagram(moddle, diagram, process)), { format: true });
  return xml;
}

const definitionsOf = (moddle: BpmnModdle, { collaboration, process }: BpmnProcess, diagram: ModdleElement): ModdleElement =>
  moddle.create('bpmn:Definitions', {
    id: 'Definitions',
    targetNamespace: 'urn:premium-control:regulations',
    exporter: 'Premium Control',
    rootElements: [collaboration, process],
    diagrams: [diagram],
  });
