import type { Language, Raci, Regulation } from '../domain/regulation.ts';
import { conditionsOf, whenOf } from './checkpoint-line.ts';
import { letterOf, type ProcessStep, processSteps } from './process-steps.ts';
import { rulesOf } from './regulation-rules.ts';
import { MATRIX_WORDS } from './responsibility-matrix-words.ts';

/** Who does what, how, with which result: the regulation as people read it. This is also its JSON representation. */
export interface ResponsibilityMatrix {
  readonly regulationId: string;
  readonly version: number;
  readonly title: string;
  readonly language: Language;
  /** The heading of every column in its order: code, action, technique, result, then the participants. */
  readonly columns: readonly string[];
  readonly participants: readonly { readonly role: string; readonly title: string }[];
  readonly groups: readonly MatrixGroup[];
  /** What holds at every checkpoint: thresholds by currency, when cover may be taken away, the insurer's own days. */
  readonly rules: readonly string[];
}

export interface MatrixGroup {
  /** Absent for what restores cover: that happens whenever the money comes. */
  readonly checkpoint?: string;
  /** '14 days before the due date', with the classes and the amount it is limited to. */
  readonly when: string;
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly code: string;
  readonly action: string;
  readonly technique: string;
  readonly result: string;
  /** Role → letter; a role that has none is absent. */
  readonly participants: Readonly<Record<string, Raci>>;
}

/** An action that two checkpoints do stands in both groups: the rows are what happens, in the order in which it happens. */
export function responsibilityMatrix(regulation: Regulation, language: Language): ResponsibilityMatrix {
  const { regulationId, version, title, roles } = regulation;
  const { actionCode, action, technique, result } = MATRIX_WORDS[language];
  return {
    regulationId,
    version,
    title,
    language,
    columns: [actionCode, action, technique, result, ...roles.map((role) => role.title)],
    participants: roles.map((role) => ({ role: role.role, title: role.title })),
    groups: processSteps(regulation).map((step) => groupOf(step, regulation, language)),
    rules: rulesOf(regulation, language),
  };
}

function groupOf({ checkpoint, actions }: ProcessStep, { roles }: Regulation, language: Language): MatrixGroup {
  const rows = actions.map((action) => ({
    code: action.code,
    action: action.title,
    technique: action.technique,
    result: action.expectedResult,
    participants: Object.fromEntries(
      roles.flatMap(({ role }) => {
        const letter = letterOf(action, role);
        return letter ? [[role, letter] as const] : [];
      }),
    ),
  }));
  if (!checkpoint) return { when: MATRIX_WORDS[language].onPaidUp, rows };
  return { checkpoint: checkpoint.code, when: [whenOf(checkpoint, language), ...conditionsOf(checkpoint, language)].join(' · '), rows };
}

/** 'C1 · 14 days before the due date'. */
export const groupLine = ({ checkpoint, when }: MatrixGroup): string => (checkpoint === undefined ? when : `${checkpoint} · ${when}`);

/** The cells of a row in the order of the columns; nothing where a participant has no part. */
export const cellsOf = (row: MatrixRow, { participants }: ResponsibilityMatrix): readonly string[] => [
  row.code,
  row.action,
  row.technique,
  row.result,
  ...participants.map(({ role }) => (Object.hasOwn(row.participants, role) ? (row.participants[role] ?? '') : '')),
];
