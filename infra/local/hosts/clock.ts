// Preloaded into every hosted process: moves its clock by what the developer set, so that functions stay ignorant of it.
// Only Date moves; timers and performance run as they are.
let offset = Number(process.env.KLADKA_CLOCK_OFFSET ?? 0);
delete process.env.KLADKA_CLOCK_OFFSET;

const RealDate = Date;
const now = (): number => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[], newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
});

process.on('message', (message: unknown) => {
  if (typeof message === 'object' && message !== null && 'clock' in message) offset = Number(message.clock);
});
