import type { CallEffect, CancelEffect, RefundEffect } from '#core/case/effect.ts';

/** What a connector that speaks HTTP is asked to do, payments and signatures among it. A cancelled question needs no word to the other system. */
export type RestEffect = CallEffect | RefundEffect | CancelEffect;

/** What is put to the other system. */
export type Request = { method: string; url: string; headers: Record<string, string>; body: string | null };

/** What it answered. */
export type Response = { status: number; headers: Record<string, string>; body: unknown };

/** Carries a request over; rejects where there is no answer (`Unreachable`, `TimedOut`). */
export type Carry = (request: Request, timeoutMs: number) => Promise<Response>;

/** The contract of one operation: of the connector itself where it has no `operations`. */
export type Contract = {
  input?: object;
  output?: object;
  request?: {
    method?: string;
    path?: string;
    query?: Record<string, string>;
    headers?: Record<string, string>;
    body?: string;
  };
  result?: string;
  failed?: string;
  standIn?: { answers: StandInAnswer[] };
};

export type StandInAnswer = {
  when?: string;
  answer?: unknown;
  fail?: { code: string; again?: boolean };
  after?: string;
};

/** No answer came: the name says why. */
export class NoAnswer extends Error {
  readonly code: 'unreachable' | 'timedOut' | 'tooLarge' | 'notJson';
  constructor(code: NoAnswer['code']) {
    super(code);
    this.name = code;
    this.code = code;
  }
}
