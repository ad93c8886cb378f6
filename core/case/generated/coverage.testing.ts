import { flowOf } from '#core/flow/position.ts';
import { stateAt } from '#core/flow/states.ts';
import type { ServiceRuntime } from '../runtime.ts';
import type { CaseEvent } from '../types.ts';

/** What generated cases came by, so that it shows what the laws were held against. Only tests import this. */
export class Coverage {
  commands = 0;
  accepted = 0;
  cases = 0;
  services = 0;
  readonly #counts = new Map<string, Map<string, number>>();

  command(type: string, refusal: string | undefined): void {
    this.commands++;
    if (refusal === undefined) this.accepted++;
    if (refusal === undefined) this.#add('commands accepted', type);
    else this.#add('refusals', refusal);
  }

  event(service: ServiceRuntime, event: CaseEvent): void {
    this.#add('events', event.type);
    if (event.type === 'moved') this.#moved(service, event);
    if (event.type === 'ended') this.#add('outcomes', event.outcome.kind);
    if (event.type === 'timerFired') this.#add('timers', event.kind.replace(/\d+$/, ''));
    if (event.type === 'notified')
      for (const { waits, of, attach } of event.messages) {
        this.#add('letters', waits ? 'waits' : of ? 'had waited' : 'at once');
        if (attach) this.#add('letters', 'with a document');
      }
    if (event.type === 'failed') this.#add('failures', event.code);
  }

  #moved(service: ServiceRuntime, event: Extract<CaseEvent, { type: 'moved' }>): void {
    for (const path of event.states) {
      const type = stateAt(service.bundle.flow, path)?.type ?? 'none';
      this.#add('states entered', type);
      // a flow in a flow is two steps down
      this.#add('depth', String(flowOf(path) === '' ? 0 : path.split('/').length >> 1));
    }
    for (const [path, met] of Object.entries(event.joined ?? {})) {
      const type = stateAt(service.bundle.flow, path)?.type ?? 'none';
      this.#add('joins', `${type} ${met ? 'met' : 'lost'}`);
    }
  }

  #add(of: string, what: string): void {
    const counts = this.#counts.get(of) ?? new Map<string, number>();
    this.#counts.set(of, counts.set(what, (counts.get(what) ?? 0) + 1));
  }

  /** How often each thing of a sort was come by. */
  of(sort: string): { [what: string]: number } {
    return Object.fromEntries(this.#counts.get(sort) ?? []);
  }

  /** A line for each sort, the most frequent first. */
  lines(): string[] {
    const head = `${this.services} services, ${this.cases} cases, ${this.commands} commands, ${this.accepted} accepted`;
    return [
      head,
      ...[...this.#counts].map(([sort, counts]) => {
        const all = [...counts].sort((a, b) => b[1] - a[1]);
        return `${sort}: ${all.map(([what, count]) => `${what} ${count}`).join(', ')}`;
      }),
    ];
  }
}
