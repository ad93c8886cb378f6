import type { IncomingMessage } from 'node:http';
import type { Callers } from '../aws/callers.ts';
import type { Bucket } from './buckets.ts';
import type { ObjectStore, Version } from './store.ts';
import type { Uploads } from './uploads.ts';

/** What the server stands before. `assets` are the files of the synthesis, read-only, under CDK's bucket. */
export type S3 = {
  store: ObjectStore;
  uploads: Uploads;
  buckets: () => Map<string, Bucket>;
  assets: () => Map<string, string>;
  callers: Callers;
  now: () => number;
  created: (bucket: string, version: Version) => void;
  refused: (line: string) => void;
};

/** A request once its path is taken apart. */
export type Asked = {
  method: string;
  bucket: string;
  key: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
  may: (action: string) => void;
};
export type Answer = { status: number; headers?: Record<string, string>; body?: Buffer | string };
