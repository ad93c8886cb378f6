import type { Mailbox } from '../aws/mail.ts';
import type { Clock } from '../clock.ts';
import type { Profiler } from '../profile/profiler.ts';
import type { QueueStore } from '../queue/store.ts';
import type { World } from '../template/world.ts';

/** The running stack as far as the developer's page looks at it. */
export type Developed = {
  mail: Mailbox;
  clock: Clock;
  queues: QueueStore;
  world: World;
  engineUrl: string;
  profiler: Profiler;
  moveClock: (offset: number) => void;
  tick: () => void;
};
