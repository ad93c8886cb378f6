import type { Instant, Json, JsonObject, Pointer } from '#core/flow/types.ts';
import type { Actor, Colleague, Ids } from '../actor.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { effects } from '../effects.ts';
import { evolve } from '../evolve.ts';
import type { FileVersion } from '../file.ts';
import { filesIn } from '../files.ts';
import { reference } from '../reference.ts';
import type { Refusal } from '../refusal.ts';
import type { ServiceRuntime } from '../runtime.ts';
import type { Case, CaseEvent } from '../types.ts';
import { anyone, applicant, party, ward } from './cast.testing.ts';
import type { Coverage } from './coverage.testing.ts';
import type { Draw } from './draw.testing.ts';
import type { Form } from './form.testing.ts';
import { broken, entered, frozen, lawful, offered } from './held.testing.ts';
import type { Generated } from './service.testing.ts';

/** A command and who gives it; `at` where the clock must first go on to. */
export type Step = { actor: Actor; command: Command; at?: Instant };

/** One case of a generated service on its way, every command held to the laws of a case. Only tests import this. */
export class Walk {
  readonly runtime: ServiceRuntime;
  readonly form: Form;
  readonly coverage: Coverage;
  readonly events: CaseEvent[] = [];
  /** Effects that the outside world was told of. */
  readonly effects = new Set<string>();
  readonly states: readonly string[];
  readonly fields: readonly Pointer[];
  case: Case | null = null;
  now: Instant = '2026-03-02T08:00:00.000Z';
  #drawn = 0;
  readonly #done: { at: Instant; actor: Actor; command: Command; code: string }[] = [];

  constructor({ runtime, form }: Generated, coverage: Coverage) {
    this.runtime = runtime;
    this.form = form;
    this.coverage = coverage;
    this.states = Object.keys(runtime.bundle.flow.states);
    this.fields = form.fields.map(({ name }) => `/${name}`);
  }

  /** What was done last, and what came of it. */
  story(most: number): string {
    const last = this.#done.slice(-most);
    return last
      .map(({ at, actor, command, code }) => `${at} ${nameOf(actor)} ${JSON.stringify(command)} ${code}`)
      .join('\n');
  }

  get here(): Case {
    if (this.case === null) throw new Error('not submitted');
    return this.case;
  }

  later(days: number): Instant {
    return new Date(Date.parse(this.now) + days * 86_400_000).toISOString();
  }

  /** New values of fields: mostly such as fit. */
  changes(draw: Draw, pointers: readonly Pointer[]): { [pointer: Pointer]: Json } {
    const value = (pointer: Pointer): Json => {
      const field = this.form.fields.find(({ name }) => pointer === `/${name}`);
      if (!field || draw.once(8)) return null;
      return draw.once(8) ? field.wrong : field.fits(draw);
    };
    return Object.fromEntries(pointers.map((pointer) => [pointer, value(pointer)]));
  }

  /** The files that a form names, uploaded and scanned. */
  filesOf(form: JsonObject): { [id: string]: FileVersion } {
    const named = filesIn(this.runtime.bundle.form, form);
    return Object.fromEntries(
      named.map(({ id, at }) => [
        id,
        {
          id,
          at,
          name: 'f.pdf',
          key: `k/${id}`,
          version: '1',
          sha256: '0'.repeat(64),
          size: 100,
          ...SCANNED,
        },
      ]),
    );
  }

  /** Submits, perhaps with mistakes at first. */
  begin(draw: Draw): void {
    for (let tries = draw.below(2); tries > 0; tries--) {
      const form = draw.once(2) ? this.form.wrong(draw) : this.form.fits(draw);
      this.do({ actor: anyone(draw), command: { type: 'submit', form, language: 'uk', channel: 'portal' } });
      if (this.case) return;
    }
    const form = this.form.fits(draw);
    const files = this.filesOf(form);
    const rules = this.runtime.bundle.parties.applicant;
    const isFor = rules.through?.includes('attorney') && draw.once(2);
    const whom = isFor ? { through: 'attorney' as const, represents: ward } : {};
    const lookups = this.form.lookups(draw);
    const sent = {
      form,
      files,
      lookups,
      ...whom,
      language: draw.of(['uk', 'en']),
      channel: 'portal' as const,
    };
    const { counter } = this.runtime.bundle.startedBy;
    if (counter && draw.once(3))
      this.do({
        actor: {
          kind: 'officer',
          appointment: { person: 'o-clerk-1', agency: 'city', office: 'central', role: 'clerk' },
        },
        command: { type: 'openFor', applicant, ...sent, channel: 'counter', signed: { by: 'device' } },
      });
    else this.do({ actor: party(applicant), command: { type: 'submit', ...sent } });
  }

  /** Whether enough was done with a decided case. */
  isDone(draw: Draw): boolean {
    return this.here.erased !== undefined || (this.here.outcome !== undefined && draw.once(6));
  }

  /** Gives a command and holds what comes of it to the laws. */
  do({ actor, command, at }: Step): Refusal | undefined {
    if (at !== undefined) this.now = at;
    const before = this.case;
    const count = this.#drawn;
    const decision = this.#decide(actor, command);
    this.coverage.command(command.type, decision.refusal?.code);
    this.#done.push({ at: this.now, actor, command, code: decision.refusal?.code ?? 'done' });
    if (decision.refusal) {
      if (decision.refusal.code === 'definitionFault')
        broken('a definition that passes the check stops no case', decision.refusal.message.en, command);
      if (!decision.refusal.message.uk || !decision.refusal.message.en)
        broken('a refusal says why, in both languages', decision.refusal, command);
      return decision.refusal;
    }
    if (decision.events.length === 0) broken('what is accepted is an event', command);
    if (before && this.coverage.commands % 8 === 0) offered(this.runtime, before, actor, command, this.now);
    if (before) entered(this.runtime, before, decision.events);
    for (const event of decision.events) this.case = evolve(this.case, event);
    this.events.push(...decision.events);
    frozen(this.here);
    for (const event of decision.events) this.#told(event);
    if (this.coverage.commands % 16 === 0) this.#again(before, actor, command, count, decision.events);
    lawful(this.runtime, this.here, this.now, this.effects);
    return undefined;
  }

  #decide(actor: Actor, command: Command) {
    try {
      const ids = this.#ids();
      return decide(this.runtime, this.case, command, { now: this.now, actor, ids, ...this.#staff(command) });
    } catch (error) {
      return broken('nothing is thrown', error instanceof Error ? error.stack : error, command);
    }
  }

  /** Those who are appointed to the role of a task whose officer is drawn: some of them, or nobody. */
  #staff(command: Command): { staff?: readonly Colleague[] } {
    if (command.type !== 'timerFired' || command.kind !== 'draw') return {};
    const place = this.case?.places[command.path];
    const role = place?.kind === 'task' ? place.role : 'none';
    const seq = this.case?.seq ?? 0;
    return {
      staff: [1, 2].slice(0, seq % 3).map((n) => ({ person: `o-${role}-${n}`, open: seq % (n + 1) })),
    };
  }

  #ids(): Ids {
    const next = () => String(++this.#drawn).padStart(12, '0');
    return {
      uuid: () => `00000000-0000-7000-8000-${next()}`,
      reference: () => reference(next().slice(2)),
      salt: () => `salt-${next()}`.padEnd(32, '0'),
    };
  }

  #told(event: CaseEvent): void {
    this.coverage.event(this.runtime, event);
    for (const { id } of effects(this.runtime, this.here, event)) {
      if (this.effects.has(id)) broken('every effect is told once', id);
      this.effects.add(id);
    }
  }

  /** The same input, decided again. */
  #again(before: Case | null, actor: Actor, command: Command, drawn: number, events: CaseEvent[]): void {
    const [here, count] = [this.case, this.#drawn];
    [this.case, this.#drawn] = [before, drawn];
    const again = this.#decide(actor, command);
    if (JSON.stringify(again.events) !== JSON.stringify(events))
      broken('the same input gives the same events', command, events, again);
    [this.case, this.#drawn] = [here, count];
  }
}

function nameOf(actor: Actor): string {
  if (actor.kind === 'party') return actor.identity.person;
  if (actor.kind === 'system') return actor.by;
  const { person, agency, office, role } = actor.appointment;
  return `${person}/${agency}/${office}/${role}`;
}

const SCANNED = { type: 'application/pdf', scan: 'clean' } as const;
