import { type Application, PREMIUM_CONTROL } from './application.ts';
import { type CleanUp, cleanUp } from './clean-up.ts';
import { type Clock, createMovableClock, type MovableClock, startingOffset } from './clock/movable-clock.ts';
import type { Advanced } from './clock/timekeeper.ts';
import { type DynamoDbEndpoint, startDynamoDb } from './dynamodb/emulator.ts';
import { openOutbox } from './dynamodb/open-outbox.ts';
import { localEnvironment, setEnvironment } from './environment.ts';
import { ALL_SCOPES, openTokenIssuer, type TokenIssuer } from './gateway/token-issuer.ts';
import { lateListener } from './http/late-listener.ts';
import { LOOPBACK, startServer } from './http/loopback-server.ts';
import { loadFunctions } from './lambda/load-functions.ts';
import { apiListener, awsListener } from './listeners.ts';
import { buildMachinery } from './machinery.ts';
import { type Mailbox, startMailbox } from './mail/mailbox.ts';
import { reportMails } from './mail/report-mails.ts';
import { uploads } from './s3/uploads.ts';
import { type DataFolder, noDataFolder, openDataFolder } from './state/data-folder.ts';
import { type LocalState, loadState } from './state/local-state.ts';
import { forgetfulLog, openStateLog, type StateLog } from './state/state-log.ts';

export interface LocalCloudOptions {
  /** 0: any free port. */
  readonly port: number;
  readonly mailPort: number;
  /** null: nothing is kept. */
  readonly dataDir: string | null;
  /** Where the clock starts, unless a kept one is later; null: at the machine's time. */
  readonly nowMs: number | null;
  readonly application?: Application;
}

export interface LocalCloud {
  readonly apiUrl: string;
  readonly mailUrl: string;
  readonly clock: Clock;
  /** Resolves with the reason when the database emulator ends by itself. */
  readonly died: Promise<string>;
  token(scopes?: readonly string[]): Promise<string>;
  /** Fires all that comes due, in order, until quiet. */
  advanceTo(instantMs: number): Promise<Advanced>;
  stop(): Promise<void>;
}

/** Starts all of it in this process; resolves when it answers. A StartProblem says in a line why it can't. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const started = cleanUp();
  try {
    return await start(options, started);
  } catch (error) {
    await started.run();
    throw error;
  }
};

const start = async (
  { port, mailPort, dataDir, nowMs, application = PREMIUM_CONTROL }: LocalCloudOptions,
  started: CleanUp,
): Promise<LocalCloud> => {
  const folder = dataDir === null ? noDataFolder : openDataFolder(dataDir);
  started.add(async () => folder.release());
  const { state, clock } = remember(folder, nowMs, started);
  const servers = await startServers({ port, mailPort, folder, clock }, started);
  const { apiUrl, mailUrl, dynamoDb, issuer } = servers;
  const restore = setEnvironment(
    localEnvironment({ apiUrl, mailUrl, dynamoDbUrl: dynamoDb.url, awsUrl: servers.awsUrl }, application.tables),
  );
  started.add(async () => restore());

  const [functions, outbox] = await Promise.all([
    loadFunctions(application.functions, clock),
    openOutbox({ url: dynamoDb.url, tables: application.tables, state }, started),
  ]);
  const machinery = buildMachinery({ state, clock, functions, declarations: application.functions, ...outbox });
  started.add(machinery.stop);
  machinery.start();
  reportMails(servers.mailbox, application.functions, machinery.invocations);
  const files = uploads({ folder, declarations: application.functions, invocations: machinery.invocations }, started);
  servers.connectAws(awsListener({ state, clock, functions, machinery, files }));
  servers.connectApi(apiListener({ state, clock, functions, machinery, issuer, routes: application.routes }));

  return {
    apiUrl,
    mailUrl,
    clock,
    died: dynamoDb.died,
    token: (scopes = ALL_SCOPES) => issuer.issue({ scopes, subject: 'local-user' }),
    advanceTo: machinery.timekeeper.advanceTo,
    stop: started.run,
  };
};

const STATE_FILE = 'state.jsonl';

const remember = (
  folder: DataFolder,
  nowMs: number | null,
  started: CleanUp,
): { readonly state: LocalState; readonly clock: MovableClock } => {
  const file = folder.file(STATE_FILE);
  const log: StateLog = file === null ? forgetfulLog : openStateLog(file);
  started.add(async () => log.close());
  const state = loadState(log);
  const clock = createMovableClock(startingOffset(state.clockOffsetMs(), nowMs, Date.now()));
  state.commit({ kind: 'clock', offsetMs: clock.offsetMs() });
  return { state, clock };
};

interface Servers {
  readonly apiUrl: string;
  readonly mailUrl: string;
  readonly mailbox: Mailbox;
  readonly awsUrl: string;
  readonly dynamoDb: DynamoDbEndpoint;
  readonly issuer: TokenIssuer;
  readonly connectApi: ReturnType<typeof lateListener>['connect'];
  readonly connectAws: ReturnType<typeof lateListener>['connect'];
}

type ServerOptions = Pick<LocalCloudOptions, 'port' | 'mailPort'> & { readonly folder: DataFolder; readonly clock: MovableClock };

/** Opens all ports first: handlers read in their environment where everything is. */
const startServers = async ({ port, mailPort, folder, clock }: ServerOptions, started: CleanUp): Promise<Servers> => {
  const api = lateListener();
  const aws = lateListener();
  const [apiServer, awsServer, mailbox, dynamoDb, issuer] = await Promise.all([
    started.own(startServer(api.listener, port, '--port')),
    started.own(startServer(aws.listener, 0, '--port')),
    started.own(startMailbox({ port: mailPort, folder, sharedOffset: clock.sharedOffset })),
    started.own(startDynamoDb(folder, process.env['AWS_ENDPOINT_URL_DYNAMODB'])),
    openTokenIssuer(folder),
  ]);
  return {
    apiUrl: urlOf(apiServer.port),
    mailUrl: urlOf(mailbox.port),
    mailbox,
    awsUrl: urlOf(awsServer.port),
    dynamoDb,
    issuer,
    connectApi: api.connect,
    connectAws: aws.connect,
  };
};

const urlOf = (port: number): string => `http://${LOOPBACK}:${port}`;
