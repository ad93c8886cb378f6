import { isObject, type Json, type JsonObject, list, object, text } from '../template/json.ts';
import { ACCOUNT, REGION } from '../template/physical.ts';
import type { Asked } from './decide.ts';

/** The partition key of a table and of each of its indexes. */
export type TableKeys = { partition: string; indexes: Map<string, string> };

const scalar = (value: Json | undefined): string[] => {
  const { S, N, B } = object(value);
  const found = S ?? N ?? B;
  return typeof found === 'string' ? [found] : [];
};

const table = (value: Json | undefined): string => text(value).split('/').at(-1) ?? '';
const arn = (name: string, index?: string): string =>
  `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}${index ? `/index/${index}` : ''}`;

/** The value that a KeyConditionExpression fixes the partition key to. */
function queried(request: JsonObject, key: string): string[] {
  const names = object(request.ExpressionAttributeNames);
  const expression = text(request.KeyConditionExpression).replace(/#\w+/g, (name) => text(names[name]));
  const match = new RegExp(`(?:^|[\\s(])${key}\\s*=\\s*(:\\w+)`).exec(expression);
  return scalar(object(request.ExpressionAttributeValues)[match?.[1] ?? '']);
}

const attributes = (item: Json | undefined, expressionNames: Json | undefined): string[] => [
  ...Object.keys(object(item)),
  ...Object.values(object(expressionNames)).map(text),
];

/** The actions of the four kinds of a transaction's entries, and of the batch calls. */
const ENTRY: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

function entry(action: string, request: JsonObject, keys: TableKeys | undefined): Asked {
  const name = table(request.TableName);
  const index = text(request.IndexName);
  const partition = (index ? keys?.indexes.get(index) : keys?.partition) ?? '';
  const item = object(request.Item ?? request.Key);
  const leading = isObject(request.Item ?? request.Key)
    ? scalar(item[partition])
    : queried(request, partition);
  return {
    action: `dynamodb:${action}`,
    resource: arn(name, index || undefined),
    keys: {
      'dynamodb:LeadingKeys': leading,
      'dynamodb:Attributes': attributes(item, request.ExpressionAttributeNames),
      ...(text(request.Select) ? { 'dynamodb:Select': [text(request.Select)] } : {}),
      ...(text(request.ReturnValues) ? { 'dynamodb:ReturnValues': [text(request.ReturnValues)] } : {}),
    },
  };
}

/**
 * What a DynamoDB call asks for, entry by entry: each part of a transaction is asked as the action it is,
 * a batch once for each table with the leading keys of all its entries.
 */
export function askedOfDynamo(
  action: string,
  request: JsonObject,
  keysOf: (table: string) => TableKeys | undefined,
): Asked[] {
  if (action.startsWith('Transact'))
    return list(request.TransactItems).flatMap((part) =>
      Object.entries(object(part)).map(([kind, inner]) =>
        entry(ENTRY[kind] ?? kind, object(inner), keysOf(table(object(inner).TableName))),
      ),
    );
  if (action.startsWith('Batch'))
    return Object.entries(object(request.RequestItems)).map(([name, batch]) => {
      const partition = keysOf(table(name))?.partition ?? '';
      const items = Array.isArray(batch)
        ? batch.map((write) => {
            const { PutRequest, DeleteRequest } = object(write);
            return object(object(PutRequest).Item ?? object(DeleteRequest).Key);
          })
        : list(object(batch).Keys).map(object);
      return {
        action: `dynamodb:${action}`,
        resource: arn(table(name)),
        keys: {
          'dynamodb:LeadingKeys': items.flatMap((item) => scalar(item[partition])),
          'dynamodb:Attributes': items.flatMap((item) => Object.keys(item)),
        },
      };
    });
  return [entry(action, request, keysOf(table(request.TableName)))];
}
