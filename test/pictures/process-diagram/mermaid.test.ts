import { expect, test } from 'vitest';
import { diagramAsMermaid } from '../../../shared/pictures/process-diagram/mermaid.ts';
import { hostile, sketch } from '../regulations.ts';

test('lanes become frames, answers stand on the ways', () => {
  const small = sketch({ roles: ['Clerk', 'Idle'], checkpoints: [{ does: [['task', 'r0'], ['lapse']] }], title: (i) => `Do ${i}` });
  expect(diagramAsMermaid(small, 'en')).toBe(`---
title: "A sketch of a process"
---
flowchart LR
  subgraph Lane_Policyholder["Policyholder"]
    End_Paid((("Paid")))
  end
  subgraph Lane_System["System"]
    Checkpoint_1(["C1 · on the due date"])
    Paid_1{"Paid?"}
    Action_1_2["A2 Do 2"]
    End_1((("Lapsed")))
  end
  subgraph Lane_1["Clerk"]
    Action_1_1["A1 Do 1"]
  end
  Checkpoint_1 --> Paid_1
  Paid_1 -->|"no"| Action_1_1
  Action_1_1 --> Action_1_2
  Action_1_2 --> End_1
  Paid_1 -->|"yes"| End_Paid
`);
});

test('a text can neither end its quotes nor become syntax, Markdown or HTML', () => {
  const lines = diagramAsMermaid(hostile, 'en').split('\n');
  expect(lines).toContain('    Action_1_1["A1 #60;img src=x onerror=#34;alert#40;1#41;#34;#62; #38; #39;co#39;"]');
  expect(lines).toContain('    Action_2_1["A2 -2+3#34;#93;#59;click A href #34;javascript#58;alert#40;1#41;"]');
  expect(lines).toContain('  subgraph Lane_1["=cmd#124;#34;/c calc#34;"]');
  expect(lines.filter((line) => /^\s*(click|linkStyle|style)\b/.test(line))).toEqual([]);
});

test('no name reads as an item of a list, which Mermaid refuses to draw', () => {
  const lists = sketch({
    roles: ['- first', '12. second'],
    checkpoints: [
      {
        does: [
          ['task', 'r0'],
          ['task', 'r1'],
        ],
      },
    ],
  });
  expect(diagramAsMermaid(lists, 'en')).toContain('["#45; first"]');
  expect(diagramAsMermaid(lists, 'en')).toContain('["12#46; second"]');
});
