// Preloaded into every hosted process: tells, when asked, what its function spends its time on.
import { resolve } from 'node:path';
import type { Sampler } from './sampler.ts';

let sampler: Sampler | undefined;
let begun = process.cpuUsage();

process.on('message', async (message: unknown) => {
  if (typeof message !== 'object' || message === null || !('profile' in message)) return;
  if (message.profile === 'start') {
    // loaded when first asked: no host should pay for the inspector's memory otherwise
    const { Sampler } = await import('./sampler.ts');
    sampler = new Sampler(resolve(import.meta.dirname, '../../..'));
    await sampler.start();
    begun = process.cpuUsage();
  } else {
    const { user, system } = process.cpuUsage(begun);
    process.send?.({ profile: { cpu: (user + system) / 1000, spent: (await sampler?.stop()) ?? [] } });
  }
});
