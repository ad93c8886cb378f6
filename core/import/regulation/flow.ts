import type { Flow, State, Text } from '#core/definition/types.ts';
import { Branching } from './branching.ts';
import { type Delegate, delegateOf } from './delegates.ts';
import { valueOfJuel } from './juel.ts';
import type { Asked, Given, Making, States, Ways } from './making.ts';
import type { Element, Process } from './process.ts';
import * as say from './say.ts';
import { type Target, targets } from './target.ts';

/** A process as a flow: each element that waits or asks becomes a state, all others are ways between them. */
export class FlowMaking implements Making {
  readonly asked = new Map<string, Asked>();
  readonly given: Given;
  readonly elements = new Map<string, Element>();
  readonly visited = new Set<string>();
  /** Where the end of a process inside another goes on. */
  readonly #around = new Map<string, Element>();
  readonly #names = new Map<string, string>();

  constructor(process: Process, given: Given) {
    this.given = given;
    this.#take(process, undefined);
  }

  #take(process: Process, around: Element | undefined): void {
    for (const element of process.elements.values()) {
      this.elements.set(element.id, element);
      if (around && element.type === 'EndEvent') this.#around.set(element.id, around);
      if (element.inside) this.#take(element.inside, element);
    }
  }

  /** The flow that begins at an element. `stop`: where a branch ends. */
  flow(start: string | undefined, stop?: string): Flow {
    const scope = new Scope(this, stop);
    const initial = scope.state(start === undefined ? scope.ended() : scope.go(start), 'start');
    return { initial, states: scope.states } as Flow;
  }

  /** The name under which what is entered in a task is seen. */
  entered = (task: string): string | undefined => {
    if (task === this.given.application?.id || task === 'startEvent') return 'form';
    if (this.elements.get(task)?.type === 'StartEvent') return 'form';
    return this.elements.has(task) ? this.nameOf(task) : undefined;
  };

  nameOf(id: string): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = this.given.naming.name(id);
    this.#names.set(id, name);
    return name;
  }

  around(id: string): Element | undefined {
    return this.#around.get(id);
  }

  /** Events at the edge of an element: of a kind. */
  edge(id: string, kind: string): Element | undefined {
    return [...this.elements.values()].find(({ at, event }) => at === id && event?.type === kind);
  }
}

/** One flow: the top, or a branch. */
class Scope implements Ways {
  readonly states: States = {};
  readonly making: FlowMaking;
  readonly #stop: string | undefined;
  readonly #branching: Branching;
  readonly #following = new Set<string>();

  constructor(making: FlowMaking, stop: string | undefined) {
    this.making = making;
    this.#stop = stop;
    this.#branching = new Branching(this);
  }

  get given(): Given {
    return this.making.given;
  }

  /** A target as the name of one state: where there are conditions, a task that offers the way that holds. */
  state(target: Target, beside: string): string {
    if (typeof target === 'string') return target;
    const { naming, role } = this.given;
    const name = naming.name(`${beside}Decision`);
    const actions = target.map(({ when, to }, n) => [
      `way${n + 1}`,
      { title: say.WAY(n + 1), to, ...(when ? { when } : {}) },
    ]);
    this.states[name] = {
      type: 'task',
      title: say.DECISION,
      role,
      due: { workingDays: 5 },
      overdue: { raise: role },
      actions: Object.fromEntries(actions),
    } as unknown as State;
    return name;
  }

  /** Where the case goes when it comes to an element. */
  go(id: string): Target {
    if (id === this.#stop) return this.end('done', 'granted', say.DONE);
    const element = this.making.elements.get(id);
    if (!element) return this.ended();
    this.making.visited.add(id);
    const name = this.making.nameOf(id);
    if (Object.hasOwn(this.states, name)) return name;
    // a circle of elements in which nothing waits
    if (this.#following.has(id)) return this.ended();
    this.#following.add(id);
    try {
      return this.#element(element, name);
    } finally {
      this.#following.delete(id);
    }
  }

  /** Where it goes after an element. */
  after(element: Element): Target {
    const [way, more] = element.ways;
    if (way && !more) return this.go(way.to);
    if (way) return this.#branching.choose(element);
    const around = this.making.around(element.id);
    return around ? this.after(around) : this.ended();
  }

  ended = (): string => this.end('ended', 'granted', say.ENDED);

  end(outcome: string, kind: string, title: Text): string {
    const found = Object.entries(this.states).find(
      ([, one]) => one.type === 'end' && one.outcome === outcome,
    );
    if (found) return found[0];
    const name = this.given.naming.name(outcome);
    this.states[name] = { type: 'end', outcome, kind, title, say: title } as State;
    return name;
  }

  #element(element: Element, name: string): Target {
    switch (element.type) {
      case 'UserTask':
      case 'ManualTask':
      case 'Task':
        return element.id === this.given.application?.id
          ? this.#correction(element, name)
          : this.#task(element, name);
      case 'ExclusiveGateway':
      case 'InclusiveGateway':
      case 'ComplexGateway':
      case 'EventBasedGateway':
        return element.ways.length > 1 ? this.#branching.choose(element) : this.after(element);
      case 'ParallelGateway':
        return element.ways.length > 1 ? this.#branching.parallel(element, name) : this.after(element);
      case 'EndEvent':
        return this.#ending(element);
      case 'IntermediateCatchEvent':
        return this.#catching(element, name);
      case 'IntermediateThrowEvent':
        return this.#throwing(element);
      case 'SubProcess':
      case 'Transaction':
        return this.#inside(element);
      case 'CallActivity':
        this.#tell(element, 'left', say.OTHER_PROCESS(element.says.calledElement ?? element.name));
        return this.after(element);
      case 'StartEvent':
        return this.after(element);
      default:
        return this.#service(element, name);
    }
  }

  #tell(
    element: Element,
    verdict: 'exact' | 'approximated' | 'left',
    text: Text,
    to?: string,
    shown?: string,
  ): void {
    this.given.report.tell('state', verdict, element.id, text, {
      ...(to === undefined ? {} : { to: `/flow/states/${to}` }),
      ...(shown === undefined ? {} : { shown }),
    });
  }

  #title(element: Element): { title?: Text } {
    return element.name === '' ? {} : { title: this.given.words(element.name) };
  }

  /** A task of a person: of the applicant a party's, else of the role. Without a deadline in the source it gets one. */
  #task(element: Element, name: string): string {
    const { role, taskForm } = this.given;
    const timer = this.making.edge(element.id, 'TimerEventDefinition');
    const duration = timer?.event && say.isDuration(timer.event.text) ? timer.event.text : undefined;
    const applicants = this.given.isApplicants(element);
    const form = taskForm(element);
    const state: { [word: string]: unknown } = {
      type: applicants ? 'party' : 'task',
      ...this.#title(element),
      ...(applicants ? { party: 'applicant' } : { role }),
      due: duration ?? (applicants ? 'P30D' : { workingDays: 5 }),
      ...(form ? { form } : {}),
    };
    this.states[name] = state as unknown as State;
    const [late] = timer?.ways ?? [];
    if (timer) this.making.visited.add(timer.id);
    state.overdue = late
      ? { to: targets(this.go(late.to)) }
      : applicants
        ? { to: this.end('abandoned', 'left', say.ABANDONED) }
        : { raise: role };
    state.actions = this.#branching.actions(element, element.properties.eSign === 'true' ? 'sign' : 'done');
    const losses = [
      ...(duration === undefined ? [say.NO_DEADLINE] : []),
      ...(element.properties.eSign === 'true' ? [say.SIGNED] : []),
    ];
    if (losses.length === 0) this.#tell(element, 'exact', say.TASK, name);
    else this.#tell(element, 'approximated', say.joined(say.TASK, losses), name);
    return name;
  }

  /** Back to the application: the applicant corrects it, or the officer who entered it. */
  #correction(element: Element, name: string): string {
    const applicants = this.given.isApplicants(element);
    const state: { [word: string]: unknown } = {
      type: applicants ? 'party' : 'task',
      ...this.#title(element),
      ...(applicants
        ? { party: 'applicant', pages: this.given.pages }
        : { role: this.given.role, edits: this.given.fields }),
      due: applicants ? 'P30D' : { workingDays: 5 },
    };
    this.states[name] = state as unknown as State;
    state.overdue = applicants
      ? { to: this.end('abandoned', 'left', say.ABANDONED) }
      : { raise: this.given.role };
    state.actions = this.#branching.actions(element, 'resubmit');
    this.#tell(element, 'approximated', say.joined(say.CORRECTION, [say.NO_DEADLINE]), name);
    return name;
  }

  #service(element: Element, name: string): Target {
    const delegate = delegateOf(element);
    if (delegate.does === 'nothing') {
      this.#tell(
        element,
        'left',
        delegate.why,
        undefined,
        element.script ?? Object.values(element.inputs).join('; '),
      );
      return this.after(element);
    }
    if (delegate.does === 'returns') {
      this.#tell(element, 'approximated', say.RETURNED, undefined, element.inputs.validationErrors ?? '');
      return this.after(element);
    }
    return this.#call(element, name, delegate);
  }

  #call(element: Element, name: string, { connector, title }: Extract<Delegate, { does: 'asks' }>): string {
    this.making.asked.set(connector, { id: connector, title });
    const input: { [name: string]: string } = {};
    const left: string[] = [];
    for (const [parameter, source] of Object.entries(element.inputs)) {
      const value = valueOfJuel(source, this.making.entered);
      if (value !== undefined) input[parameter.replace(/[^A-Za-z0-9]/g, '')] = value;
      else if (!/token/i.test(parameter)) left.push(`${parameter}: ${source}`);
    }
    const state: { [word: string]: unknown } = { type: 'call', ...this.#title(element), connector, input };
    this.states[name] = state as unknown as State;
    const error = this.making.edge(element.id, 'ErrorEventDefinition');
    const [caught] = error?.ways ?? [];
    state.next = targets(this.after(element));
    if (error) this.making.visited.add(error.id);
    state.failed = caught ? targets(this.go(caught.to)) : this.#failed(name, element);
    this.#tell(element, 'approximated', say.ASKED(connector), name, left.join('\n'));
    return name;
  }

  /** Where no answer came and the source does not say what then: an officer tries again. */
  #failed(call: string, element: Element): string {
    const name = this.given.naming.name(`${call}Failed`);
    const { role } = this.given;
    this.states[name] = {
      type: 'task',
      title: say.FAILED(element.name || call),
      role,
      due: { workingDays: 1 },
      overdue: { raise: role },
      actions: {
        retry: { title: say.RETRY, to: call },
        goOn: { title: say.GO_ON, to: (this.states[call] as unknown as { next: string }).next },
      },
    } as unknown as State;
    return name;
  }

  #ending(element: Element): Target {
    const around = this.making.around(element.id);
    if (around) return this.after(around);
    const kind = say.kindOf(element.name);
    const name = this.making.nameOf(element.id);
    const title = element.name === '' ? say.ENDED : this.given.words(element.name);
    this.states[name] = { type: 'end', outcome: name, kind, title, say: title } as State;
    this.#tell(element, 'approximated', say.ENDING(kind), name);
    return name;
  }

  #catching(element: Element, name: string): Target {
    const { event } = element;
    if (event?.type === 'LinkEventDefinition') return this.after(element);
    if (event?.type === 'TimerEventDefinition' && say.isDuration(event.text)) {
      const state: { [word: string]: unknown } = { type: 'wait', ...this.#title(element), for: event.text };
      this.states[name] = state as unknown as State;
      state.next = targets(this.after(element));
      this.#tell(element, 'exact', say.WAIT, name);
      return name;
    }
    this.#tell(element, 'approximated', say.CAUGHT, name, event?.text ?? '');
    return this.#task({ ...element, properties: {}, says: {} }, name);
  }

  #throwing(element: Element): Target {
    const link = [...this.making.elements.values()].find(
      ({ type, name, event }) =>
        type === 'IntermediateCatchEvent' && event?.type === 'LinkEventDefinition' && name === element.name,
    );
    if (element.event?.type === 'LinkEventDefinition' && link) return this.go(link.id);
    this.#tell(element, 'left', say.THROWN, undefined, element.event?.text ?? '');
    return this.after(element);
  }

  #inside(element: Element): Target {
    this.#tell(element, 'exact', say.INSIDE);
    const start = element.inside?.start;
    return start === undefined ? this.after(element) : this.go(start);
  }
}
