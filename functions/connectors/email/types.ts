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

/** Hands a letter over; the answer is the id that it got. */
export type Post = (letter: Letter) => Promise<string>;
