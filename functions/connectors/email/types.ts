import type { CancelEffect, MessageEffect } from '#core/case/effect.ts';

/** What the mail connector is asked to do. */
export type EmailEffect = MessageEffect | CancelEffect;

/** A document that goes with a letter: a PDF, what its file is called, and what it is. */
export type Paper = { name: string; title: string; content: Uint8Array };

/** A letter ready to go: what SES or its stand-in is given. */
export type Letter = {
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: { name: string; value: string }[];
  papers: readonly Paper[];
};

/** Hands a letter of an effect over; throws what SES answered, or that it did not answer. */
export type Post = (letter: Letter, effect: string) => Promise<void>;
