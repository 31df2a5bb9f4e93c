import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import type { Checkpoint } from '../../domain/regulation.ts';
import { letterOf } from '../process-steps.ts';
import { MATRIX_WORDS } from '../responsibility-matrix-words.ts';
import { type ActionNode, type GraphNode, type NodeKind, nodesOf, type ProcessGraph } from './graph.ts';

/** What the diagram is about, before its layout. `elements`: nodes, edges and lanes by id, for the layout to refer to. */
export interface BpmnProcess {
  readonly collaboration: ModdleElement;
  readonly participant: ModdleElement;
  readonly process: ModdleElement;
  readonly elements: ReadonlyMap<string, ModdleElement>;
}

const TYPES: Readonly<Record<NodeKind, string>> = {
  timerStart: 'bpmn:StartEvent',
  timer: 'bpmn:IntermediateCatchEvent',
  conditionStart: 'bpmn:StartEvent',
  question: 'bpmn:ExclusiveGateway',
  join: 'bpmn:ExclusiveGateway',
  send: 'bpmn:SendTask',
  user: 'bpmn:UserTask',
  service: 'bpmn:ServiceTask',
  end: 'bpmn:EndEvent',
};

export function bpmnProcess(moddle: BpmnModdle, graph: ProcessGraph): BpmnProcess {
  const nodes = new Map(nodesOf(graph).map((node) => [node.id, moddle.create(TYPES[node.kind], attributesOf(moddle, node, graph))]));
  const flows = graph.edges.map((edge) =>
    moddle.create('bpmn:SequenceFlow', {
      id: edge.id,
      ...(edge.name !== undefined && { name: edge.name }),
      sourceRef: nodes.get(edge.from),
      targetRef: nodes.get(edge.to),
    }),
  );
  for (const [id, node] of nodes) {
    append(
      node,
      'incoming',
      flows.filter((_, index) => graph.edges[index]?.to === id),
    );
    append(
      node,
      'outgoing',
      flows.filter((_, index) => graph.edges[index]?.from === id),
    );
  }
  const lanes = graph.lanes.map(({ id, title }) => {
    const inLane = nodesOf(graph).flatMap((node) => (node.lane === id ? (nodes.get(node.id) ?? []) : []));
    return moddle.create('bpmn:Lane', { id, name: title, flowNodeRef: inLane });
  });
  const process = moddle.create('bpmn:Process', {
    id: 'Process',
    name: graph.title,
    isExecutable: false,
    laneSets: [moddle.create('bpmn:LaneSet', { id: 'Lanes', lanes })],
    flowElements: [...nodes.values(), ...flows],
  });
  const participant = moddle.create('bpmn:Participant', { id: 'Pool', name: graph.title, processRef: process });
  const collaboration = moddle.create('bpmn:Collaboration', { id: 'Collaboration', participants: [participant] });
  const named = [...flows, ...lanes].map((element) => [element.id ?? '', element] as const);
  return { collaboration, participant, process, elements: new Map([...nodes, ...named]) };
}

function append(element: ModdleElement, property: 'incoming' | 'outgoing', flows: readonly ModdleElement[]): void {
  const list = element.get(property);
  if (Array.isArray(list)) list.push(...flows);
}

function attributesOf(moddle: BpmnModdle, node: GraphNode, graph: ProcessGraph): Readonly<Record<string, unknown>> {
  const named = { id: node.id, ...(node.name !== '' && { name: node.name }) };
  const step = graph.steps.find(({ event }) => event === node);
  const action = graph.steps.flatMap(({ actions }) => actions).find(({ id }) => id === node.id);
  if (action) return { ...named, documentation: [moddle.create('bpmn:Documentation', { text: documentationOf(action, graph) })] };
  if (!step) return named;
  return { ...named, eventDefinitions: [step.checkpoint ? timerAt(moddle, step.checkpoint, node.id) : whenPaidUp(moddle, node)] };
}

/** 'dueOn - 14 calendar days': the words of the regulation, for people and for whoever reads the file by program. */
function timerAt(moddle: BpmnModdle, { anchor, offsetDays, dayKind }: Checkpoint, id: string): ModdleElement {
  const body = offsetDays === 0 ? anchor : `${anchor} ${offsetDays < 0 ? '-' : '+'} ${Math.abs(offsetDays)} ${dayKind} days`;
  return moddle.create('bpmn:TimerEventDefinition', { id: `${id}_Timer`, timeDate: moddle.create('bpmn:FormalExpression', { body }) });
}

const whenPaidUp = (moddle: BpmnModdle, { id, name }: GraphNode): ModdleElement =>
  moddle.create('bpmn:ConditionalEventDefinition', {
    id: `${id}_Condition`,
    condition: moddle.create('bpmn:FormalExpression', { body: name }),
  });

/** What the matrix says of the action, for the properties panel of a modeller. */
function documentationOf({ action }: ActionNode, { lanes, language }: ProcessGraph): string {
  const { technique, result } = MATRIX_WORDS[language];
  const letters = lanes.flatMap(({ role, title }) => {
    const letter = role === undefined ? undefined : letterOf(action, role);
    return letter ? [`${title}: ${letter}`] : [];
  });
  return [`${technique}: ${action.technique}`, `${result}: ${action.expectedResult}`, ...letters].join('\n');
}
