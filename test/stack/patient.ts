import { setTimeout as pause } from 'node:timers/promises';

/** How long a client keeps trying while the stack is away. */
const PATIENCE = 90_000;

/** `fetch` as a careful client does it: a broken connection or a gateway's 5xx is tried again, the very same request. */
export async function patientFetch(url: string, request: RequestInit): Promise<Response> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      const answer = await fetch(url, request);
      if (answer.status < 500 || Date.now() > end) return answer;
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await pause(200);
  }
}
