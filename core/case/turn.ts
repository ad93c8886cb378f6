import type { Instant } from '#core/flow/types.ts';
import type { EventActor, Given } from './actor.ts';
import { chained, type Said } from './chain.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { refuse } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';
import type { Case } from './types.ts';

/** One command being decided: the case as the events said so far leave it. */
export class Turn {
  readonly service: ServiceRuntime;
  readonly given: Given;
  readonly actor: EventActor;
  readonly events: CaseEvent[] = [];
  #case: Case | null;

  constructor(service: ServiceRuntime, kase: Case | null, given: Given, actor: EventActor) {
    this.service = service;
    this.#case = kase;
    this.given = given;
    this.actor = actor;
  }

  get now(): Instant {
    return this.given.now;
  }

  /** The case as it stands now. */
  get case(): Case {
    if (this.#case === null) return refuse('unknownCase', 'Такої справи немає', 'There is no such case');
    return this.#case;
  }

  /** The sequence number that the next event will have. */
  get nextSeq(): number {
    return (this.#case?.seq ?? 0) + 1;
  }

  /** Says an event: it is put in the chain and the case goes on from it. */
  say(said: Said): void {
    const event = chained(said, {
      seq: this.nextSeq,
      previous: this.#case?.head ?? '',
      at: this.now,
      actor: this.actor,
      salt: this.given.ids.salt,
    });
    this.#case = evolve(this.#case, event);
    this.events.push(event);
  }

  /** Takes over an event that was said on a turn that went on from here. */
  follow(event: CaseEvent): void {
    this.#case = evolve(this.#case, event);
    this.events.push(event);
  }
}
