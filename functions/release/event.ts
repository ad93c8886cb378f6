/** What CloudFormation asks of a custom resource `Custom::KladkaRelease` (docs/rooms.md). */
export type ReleaseEvent = {
  RequestType: 'Create' | 'Update' | 'Delete';
  ResponseURL: string;
  StackId: string;
  RequestId: string;
  LogicalResourceId: string;
  PhysicalResourceId?: string;
  ResourceProperties: { [name: string]: unknown };
};

/** What is to be released. */
export type Asked = { bucket: string; key: string; hash: string; kind: 'service' | 'platform'; id: string };

/** A release that cannot be made as it was asked for. */
export class ReleaseRefused extends Error {
  readonly code = 'release';
}

/** The properties of the resource. @throws ReleaseRefused naming the one that is wrong */
export function askedOf(properties: ReleaseEvent['ResourceProperties']): Asked {
  const text = (name: string, pattern: RegExp): string => {
    const value = properties[name];
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new ReleaseRefused(`The property ${name} must fit ${pattern.source}.`);
  };
  return {
    bucket: text('Bucket', /^[a-z0-9.-]{3,63}$/),
    key: text('Key', /^.{1,1024}$/),
    hash: text('Hash', /^[0-9a-f]{64}$/),
    kind: text('Kind', /^(service|platform)$/) === 'service' ? 'service' : 'platform',
    id: text('Id', /^[a-z][a-z0-9-]{0,63}$/),
  };
}

const REFUSED = 'refused-';

/** What a resource is called. What was never made gets a name of its own, so that taking it back takes nothing away. */
export const physicalId = (event: ReleaseEvent, made: boolean): string => {
  const { Kind, Id } = event.ResourceProperties;
  return event.PhysicalResourceId ?? (made ? `${Kind}-${Id}` : `${REFUSED}${event.RequestId}`);
};

/** Whether a resource of this name was ever made. */
export const wasMade = (physical: string | undefined): boolean => !physical?.startsWith(REFUSED);

/** CloudFormation's own limit is 4 KB for the whole answer. */
const MOST_REASON = 1000;

/** The answer that CloudFormation waits for. */
export function answerTo(event: ReleaseEvent, failure: string | null): { [name: string]: unknown } {
  return {
    Status: failure === null ? 'SUCCESS' : 'FAILED',
    ...(failure === null ? {} : { Reason: failure.slice(0, MOST_REASON) }),
    PhysicalResourceId: physicalId(event, failure === null),
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
  };
}
