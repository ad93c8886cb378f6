import type { Flow, State, TaskForm, Text } from '#core/definition/types.ts';
import type { Report } from '../report.ts';
import type { Naming } from './naming.ts';
import type { Element } from './process.ts';
import type { Target } from './target.ts';

/** What the conversion of a process is told. */
export type Given = {
  readonly report: Report;
  readonly naming: Naming;
  readonly role: string;
  /** Whether a user task is for the applicant, not for an officer. */
  readonly isApplicants: (element: Element) => boolean;
  /** What is entered in a user task; undefined where it only shows what is known. */
  readonly taskForm: (element: Element) => TaskForm | undefined;
  /** The task whose form is the application: to come back to it is to correct it. */
  readonly application: Element | undefined;
  readonly pages: readonly string[];
  readonly fields: readonly string[];
  readonly words: (text: string) => Text;
};

/** A connector that the flow asks. */
export type Asked = { readonly id: string; readonly title: Text };

/** The states of one flow, the top one or a branch, as they are made. */
export type States = { [name: string]: State };

/** A whole process being made into a flow. */
export interface Making {
  readonly given: Given;
  readonly elements: ReadonlyMap<string, Element>;
  /** Elements that the flow has come to. */
  readonly visited: Set<string>;
  readonly asked: Map<string, Asked>;
  readonly entered: (task: string) => string | undefined;
  nameOf(id: string): string;
  /** The flow that begins at an element. `stop`: where a branch ends. */
  flow(start: string | undefined, stop?: string): Flow;
}

/** One flow being made: where the case goes on coming to an element, and after one. */
export interface Ways {
  readonly making: Making;
  readonly given: Given;
  readonly states: States;
  go(id: string): Target;
  after(element: Element): Target;
  ended(): string;
  end(outcome: string, kind: string, title: Text): string;
}
