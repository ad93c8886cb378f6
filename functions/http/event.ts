import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Operation } from '#core/api/operations.ts';

export type ApiResult = APIGatewayProxyStructuredResultV2;
/** Who asks, as our token says it. Appointments are never in it. */
export type Caller = {
  kind: 'citizen' | 'officer';
  /** The person's key. */
  person: string;
  name: string;
  claims: { readonly [claim: string]: unknown };
};
/** A request as the operation gets it: matched, identified, its body valid. */
export type Asked = {
  operation: Operation;
  /** From the path, decoded. */
  names: { readonly [name: string]: string };
  query: { readonly [name: string]: string | undefined };
  body: { readonly [name: string]: unknown };
  /** Present for every operation that is not public. */
  caller: Caller | null;
  key: string | null;
  ifMatch: string | null;
  language: 'uk' | 'en';
};
export type ApiEvent = APIGatewayProxyEventV2 & { asked?: Asked };
