import { answerTo, askedOf, type ReleaseEvent, ReleaseRefused, wasMade } from '../release/event.ts';
import { release, withdraw } from '../release/release.ts';
import { platform } from '../store/tables.ts';
import { log } from '../watch/log.ts';

async function done(event: ReleaseEvent): Promise<void> {
  const to = platform();
  if (event.RequestType !== 'Delete') return release(to, askedOf(event.ResourceProperties));
  if (wasMade(event.PhysicalResourceId)) await withdraw(to, askedOf(event.ResourceProperties));
}

const reason = (error: unknown): string =>
  error instanceof ReleaseRefused
    ? error.message
    : error instanceof Error
      ? `${error.name}: ${error.message}`
      : 'unknown';

/** The function behind `Custom::KladkaRelease`: whatever happens is answered, else a deployment would wait for an hour. */
export async function handler(event: ReleaseEvent): Promise<void> {
  let failure: string | null = null;
  try {
    await done(event);
  } catch (error) {
    failure = reason(error);
  }
  const { Kind, Id, Hash } = event.ResourceProperties;
  log(failure === null ? 'info' : 'error', 'release', {
    request: event.RequestType,
    kind: String(Kind),
    id: String(Id),
    hash: String(Hash),
    ...(failure === null ? {} : { error: failure }),
  });
  // the address is signed for a request without a content type
  const answer = await fetch(event.ResponseURL, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify(answerTo(event, failure)),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`CloudFormation did not take the answer: ${answer.status}`);
}
