import type { CancelEffect, MessageEffect } from '#core/case/effect.ts';

/** What the mail connector is asked to do. */
export type EmailEffect = MessageEffect | CancelEffect;

/** A letter ready to go: what SES or its stand-in is given. */
export type Letter = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
};

/** Hands a letter of an effect over; throws what SES answered, or that it did not answer. */
export type Post = (letter: Letter, effect: string) => Promise<void>;
