import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface ObjectStoreDeps {
  readonly bucket: string;
  /** Where the objects are kept. */
  readonly folder: string;
  /** Called when an object is there as a whole. */
  onCreated(key: string): void;
}

export type ObjectStore = ReturnType<typeof objectStore>;

/** As S3 limits a single PUT. */
const MOST_BYTES = 5 * 1024 ** 3;

/**
 * One bucket of S3, as much of it as uploads need: PUT and GET of an object by its path, as the SDK addresses buckets of an endpoint by
 * IP. Bodies are streamed to files and from files; a body that breaks off leaves nothing. Signatures are not checked, as nowhere here.
 */
export const objectStore = ({ bucket, folder, onCreated }: ObjectStoreDeps) => {
  const fileOf = (key: string) => join(folder, encodeURIComponent(key)); // no separator is left in it
  return {
    owns: (request: IncomingMessage): boolean => request.url?.startsWith(`/${bucket}/`) ?? false,
    handle: async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const key = decodeURIComponent(pathname.slice(bucket.length + 2));
      if (/^\.*$/.test(key)) return fail(response, 400, 'InvalidRequest');
      if (request.method === 'PUT') return put(request, response, { file: fileOf(key), created: () => onCreated(key) });
      return request.method === 'GET' ? get(response, fileOf(key)) : fail(response, 405, 'MethodNotAllowed');
    },
  };
};

interface Put {
  readonly file: string;
  created(): void;
}

async function put(request: IncomingMessage, response: ServerResponse, { file, created }: Put): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return fail(response, 400, 'EntityTooLarge');
  await mkdir(join(file, '..'), { recursive: true });
  const part = `${file}.part`;
  try {
    await pipeline(request, createWriteStream(part));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  await rename(part, file);
  response.writeHead(200, { etag: '"local"', 'content-length': 0 }).end();
  created();
}

async function get(response: ServerResponse, file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return fail(response, 404, 'NoSuchKey');
  response.writeHead(200, { 'content-length': found.size, 'content-type': 'application/octet-stream' });
  await pipeline(createReadStream(file), response);
}

/** Errors of S3 are XML. */
const fail = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
};
