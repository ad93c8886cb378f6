import type { CallEffect, RefundEffect } from '#core/case/effect.ts';
import type { Connector } from '#core/definition/types.generated.ts';
import type { Answer } from '../../store/drain.ts';
import type { Contract } from './types.ts';

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const object = (value: unknown): { [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { [name: string]: unknown })
    : {};

/**
 * The contract that an effect is under: of its operation where it names one, of `pay`, `sign` or `refund` where the connector
 * has an operation so called, else that of the connector itself. A refund is never asked by the contract of a payment.
 */
export function contractOf(definition: Connector, effect: CallEffect | RefundEffect): Contract | null {
  const operations: { [name: string]: unknown } = definition.operations ?? {};
  const named = effect.kind === 'refund' ? undefined : effect.ask.operation;
  if (typeof named === 'string') return (operations[named] ?? null) as Contract | null;
  if (Object.hasOwn(operations, effect.kind)) return operations[effect.kind] as Contract;
  return effect.kind === 'refund' ? null : (definition as Contract);
}

/** What is put to the other system: of a payment its amount and purpose, of a signature what is signed by whom. */
export function inputOf(effect: CallEffect | RefundEffect): unknown {
  if (effect.kind === 'refund') return { ...effect.data };
  return effect.kind === 'sign' ? { ...effect.ask, ...object(effect.data.input) } : effect.data.input;
}

/**
 * What the case is told of an answer; undefined where it goes on waiting. A payment or signature that is done at once says so
 * (`payment`; `signature`, or `declined`), else the other system tells of it later by a callback.
 */
export function commandOf(effect: CallEffect | RefundEffect, answer: unknown): Answer | undefined {
  if (effect.kind === 'refund') return undefined;
  const said = object(answer);
  if (effect.kind === 'pay')
    return isText(said.payment)
      ? { type: 'paid', effect: effect.id, payment: said.payment, amount: effect.ask.amount }
      : undefined;
  if (effect.kind === 'sign') {
    if (said.declined === true)
      return { type: 'callFailed', effect: effect.id, code: 'declined', final: true };
    return Object.keys(object(said.signature)).length > 0
      ? { type: 'signed', effect: effect.id, signature: said.signature }
      : undefined;
  }
  return { type: 'callAnswered', effect: effect.id, result: answer };
}
