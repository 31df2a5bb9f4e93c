/** Regulations of insurers that do it differently, as they would PUT them. */
const ROLES = [
  { role: 'accountManager', title: 'Account manager', default: { name: 'Olena Koval', email: 'olena@insurer.example' } },
  { role: 'headOfSales', title: 'Head of sales', default: { name: 'Head of sales', email: 'head-of-sales@insurer.example' } },
];

const action = (code: string, kind: string, more: object = {}) => ({
  code,
  title: `Action ${code}`,
  kind,
  to: ['policyholder'],
  technique: 'E-mail',
  expectedResult: 'It is paid',
  participants: {},
  ...more,
});

const checkpoint = (
  code: string,
  anchor: 'dueOn' | 'graceEnd',
  offsetDays: number,
  dayKind: 'calendar' | 'business',
  actions: readonly string[],
  more: object = {},
) => ({
  code,
  anchor,
  offsetDays,
  dayKind,
  actions,
  ...more,
});

/** As short as a process with suspension and lapse can be: few letters, so that many policies can be lived through. */
export const BRIEF = {
  title: 'Brief control',
  roles: ROLES,
  checkpoints: [
    checkpoint('K1', 'dueOn', -5, 'calendar', ['remind']),
    checkpoint('K2', 'dueOn', 3, 'business', ['warn']),
    checkpoint('K3', 'graceEnd', 1, 'business', ['suspend']),
    checkpoint('K4', 'graceEnd', 4, 'business', ['lastWarning']),
    checkpoint('K5', 'graceEnd', 9, 'business', ['lapse']),
  ],
  actions: [
    action('remind', 'remind'),
    action('warn', 'notice'),
    action('suspend', 'suspend'),
    action('lastWarning', 'notice'),
    action('lapse', 'lapse'),
  ],
};

/** With thresholds, a checkpoint for some classes only, a minimum, and tasks. */
export const PICKY = {
  ...BRIEF,
  title: 'Picky control',
  thresholds: [
    {
      currency: 'UAH',
      writeOff: { amount: '4.00', currency: 'UAH' },
      start: { amount: '5.00', currency: 'UAH' },
      adverse: { amount: '50.00', currency: 'UAH' },
    },
  ],
  checkpoints: [
    checkpoint('K1', 'dueOn', -5, 'calendar', ['remind'], { classes: ['B', 'C'] }),
    checkpoint('K2', 'dueOn', 2, 'business', ['call']),
    checkpoint('K3', 'dueOn', 4, 'business', ['warn'], { classes: ['B', 'C'] }),
    checkpoint('K4', 'dueOn', 5, 'business', ['warnPersonally'], { classes: ['A'] }),
    checkpoint('K5', 'graceEnd', 2, 'business', ['suspend'], { minOutstanding: { amount: '80.00', currency: 'UAH' } }),
    checkpoint('K6', 'graceEnd', 6, 'business', ['lastWarning']),
    checkpoint('K7', 'graceEnd', 12, 'business', ['lapse']),
  ],
  actions: [
    action('remind', 'remind'),
    action('call', 'task', { to: undefined, participants: { accountManager: 'R' }, dueInBusinessDays: 2 }),
    action('warn', 'notice'),
    action('warnPersonally', 'notice', { to: ['policyholder', 'accountManager'] }),
    action('suspend', 'suspend'),
    action('lastWarning', 'notice'),
    action('lapse', 'lapse'),
  ],
};

/** Changes BRIEF in the middle of a run: who opened before stays under the version of his day. */
export const BRIEF_CHANGED = {
  ...BRIEF,
  title: 'Brief control, with a later reminder',
  checkpoints: [checkpoint('K1', 'dueOn', -2, 'calendar', ['remind']), ...BRIEF.checkpoints.slice(1)],
};

/** Suspends on the day on which grace ends: it must wait for the day after. */
export const PROMPT = {
  ...BRIEF,
  title: 'Prompt control',
  checkpoints: BRIEF.checkpoints.map((c) => (c.code === 'K3' ? checkpoint('K3', 'graceEnd', 0, 'calendar', ['suspend']) : c)),
};

/** Waits for bank statements, hands late tasks on, escalates, and tells of cover that is restored. */
export const STRICT = {
  title: 'Strict control',
  roles: ROLES,
  requiresReconciledThrough: true,
  checkpoints: [
    checkpoint('K1', 'dueOn', -3, 'calendar', ['remind']),
    checkpoint('K2', 'dueOn', 1, 'business', ['call']),
    checkpoint('K3', 'dueOn', 3, 'business', ['warn']),
    checkpoint('K4', 'graceEnd', 0, 'calendar', ['escalate']),
    checkpoint('K5', 'graceEnd', 2, 'business', ['suspend']),
    checkpoint('K6', 'graceEnd', 5, 'business', ['lastWarning']),
    checkpoint('K7', 'graceEnd', 9, 'business', ['lapse']),
  ],
  actions: [
    action('remind', 'remind', { participants: { accountManager: 'I' } }),
    action('call', 'task', { to: undefined, participants: { accountManager: 'R', headOfSales: 'A' }, dueInBusinessDays: 1 }),
    action('warn', 'notice'),
    action('escalate', 'escalate', { to: undefined, participants: { headOfSales: 'R', accountManager: 'C' }, dueInBusinessDays: 2 }),
    action('suspend', 'suspend'),
    action('lastWarning', 'notice'),
    action('lapse', 'lapse'),
    action('restore', 'reinstate', { to: ['policyholder', 'accountManager'] }),
  ],
};
