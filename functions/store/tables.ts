import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Digest } from './digest.ts';
import { setting } from './setting.ts';

/** The one client of the tables: its connections serve all that a function asks. */
export const client = new DynamoDBClient({ sha256: Digest });

/** Each table with the client that asks it. */
export const cases = () => ({ client, table: setting('KLADKA_CASES') });
export const platform = () => ({ client, table: setting('KLADKA_PLATFORM') });
export const registries = () => ({ client, table: setting('KLADKA_REGISTRIES') });
