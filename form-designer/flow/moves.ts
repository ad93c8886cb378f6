import { type JsonObject, listOf, objectOf } from '../commands/json.ts';
import type { Operation } from '../commands/operation.ts';
import { addAfter, addLoose, firstEnd } from './edit-states.ts';
import { type FlowPlace, freeState, mainWay, type StateNode } from './flow-place.ts';

/** What comes of a move: the edit, and where one looks then. */
export type Moved = { readonly operations: readonly Operation[]; readonly at: string } | null;

/** A common move, in one step. Null: it makes no sense for this state. */
export type Move = (flow: FlowPlace, node: StateNode) => Moved;

const text = (uk: string, en: string): JsonObject => ({ uk, en });
const fiveDays = { workingDays: 5 };

const roles = (flow: FlowPlace): string[] => Object.keys(objectOf(flow.value('/roles')));
/** A role that does not act in this state already, so that a second look is another's. */
const otherRole = (flow: FlowPlace, node: StateNode): string =>
  roles(flow).find((role) => role !== node.state.role) ?? String(node.state.role ?? roles(flow)[0] ?? '');

const acts = (node: StateNode): boolean => node.type === 'task';

/** A task with its term; `refused`: where a refusal leads. */
function task(role: string, to: string, refused: string | undefined, grounds: readonly string[]): JsonObject {
  return {
    type: 'task',
    title: text('Погодження', 'Approval'),
    role,
    due: fiveDays,
    overdue: { raise: role },
    actions: {
      approve: { to },
      ...(refused === undefined
        ? {}
        : {
            refuse: {
              to: refused,
              ...(grounds.length > 0 ? { grounds: [...grounds], explain: true } : { reason: true }),
            },
          }),
    },
  };
}

const groundsOf = (flow: FlowPlace): string[] => Object.keys(objectOf(flow.value('/grounds')));

/** Another officer must approve, after this state. */
export const addApproval: Move = (flow, node) =>
  addAfter(flow, node, 'approval', (to) =>
    task(otherRole(flow, node), to, firstEnd(flow, node.flow, 'refused'), groundsOf(flow)),
  );

/** The officer may return the application; the applicant corrects what is marked and sends it again. */
export const returnForCorrection: Move = (flow, node) => {
  if (!acts(node) || objectOf(node.state.actions).return !== undefined) return null;
  const left = firstEnd(flow, node.flow, 'left');
  const end = left
    ? null
    : addLoose(flow, node.flow, 'abandoned', {
        type: 'end',
        outcome: 'abandoned',
        kind: 'left',
        say: text(
          'Заяву залишено без розгляду: її не виправили вчасно',
          'Left without decision: it was not corrected in time',
        ),
      });
  const ended = flow.after(end?.operations ?? []);
  const correction = addLoose(ended, node.flow, 'correction', {
    type: 'party',
    title: text('Виправлення заяви', 'Correction of the application'),
    party: 'applicant',
    due: 'P14D',
    overdue: { to: left ?? end?.name ?? node.name },
    actions: { resubmit: { to: node.name } },
  });
  const retention = objectOf(flow.value('/retention'));
  return {
    operations: [
      ...(end?.operations ?? []),
      ...correction.operations,
      {
        do: 'put',
        at: `${node.at}/actions/return`,
        value: { to: correction.name, reason: true, marks: true, atMost: 3 },
      },
      ...(retention.left === undefined ? [{ do: 'put' as const, at: '/retention/left', value: 'P1Y' }] : []),
    ],
    at: correction.at,
  };
};

/** The officer may refuse on a ground in law, explained; the applicant is told. */
export const refuseWithGrounds: Move = (flow, node) => {
  if (!acts(node) || objectOf(node.state.actions).refuse !== undefined) return null;
  const refused = firstEnd(flow, node.flow, 'refused');
  const end = refused
    ? null
    : addLoose(flow, node.flow, 'refused', {
        type: 'end',
        outcome: 'refused',
        kind: 'refused',
        say: text('У заяві відмовлено', 'Your application is refused'),
      });
  const grounds = groundsOf(flow);
  const first = grounds.length > 0 ? grounds : ['notEntitled'];
  const retention = objectOf(flow.value('/retention'));
  return {
    operations: [
      ...(end?.operations ?? []),
      ...(grounds.length > 0
        ? []
        : [
            {
              do: 'put' as const,
              at: '/grounds/notEntitled',
              value: {
                title: text('Немає права на послугу', 'Not entitled to the service'),
                act: 'Вкажіть акт і статтю',
              },
            },
          ]),
      {
        do: 'put',
        at: `${node.at}/actions/refuse`,
        value: { to: refused ?? end?.name ?? '', grounds: first, explain: true },
      },
      ...(retention.refused === undefined
        ? [{ do: 'put' as const, at: '/retention/refused', value: 'P5Y' }]
        : []),
    ],
    at: node.at,
  };
};

/** Two officers must agree, side by side. */
export const twoMustAgree: Move = (flow, node) => {
  const refused = firstEnd(flow, node.flow, 'refused');
  const [first = '', second = first] = [
    otherRole(flow, node),
    String(node.state.role ?? roles(flow)[0] ?? ''),
  ];
  const branch = (role: string, names: readonly [string, string, string]): JsonObject => ({
    initial: names[0],
    states: {
      [names[0]]: {
        type: 'task',
        title: text('Погодження', 'Approval'),
        role,
        due: fiveDays,
        overdue: { raise: role },
        actions: { approve: { to: names[1] }, reject: { to: names[2], reason: true } },
      },
      [names[1]]: { type: 'end', outcome: 'approved' },
      [names[2]]: { type: 'end', outcome: 'rejected' },
    },
  });
  const taken = (name: string) => freeState(flow, name);
  return addAfter(flow, node, 'approvals', (next) => ({
    type: 'parallel',
    title: text('Погодження двох', 'Two approvals'),
    branches: {
      first: branch(first, [taken('firstApproval'), taken('firstApproved'), taken('firstRejected')]),
      second: branch(second, [taken('secondApproval'), taken('secondApproved'), taken('secondRejected')]),
    },
    join: { outcome: 'approved', need: 'all' },
    next,
    otherwise: refused ?? node.name,
  }));
};

/** Another party must sign, after this state. */
export const partySigns: Move = (flow, node) => {
  const parties = Object.keys(objectOf(flow.value('/parties')));
  const party = parties.find((one) => one !== 'applicant') ?? 'applicant';
  const declined = firstEnd(flow, node.flow, 'refused') ?? firstEnd(flow, node.flow) ?? node.name;
  return addAfter(flow, node, 'signing', (next) => ({
    type: 'sign',
    title: text('Підпис', 'Signature'),
    by: { party },
    what: 'application',
    due: 'P3D',
    next,
    declined,
    overdue: { to: declined },
  }));
};

/** Another registry or agency is asked, after this state. */
export const askRegistry =
  (connector: string, input: JsonObject): Move =>
  (flow, node) =>
    addAfter(flow, node, 'inquiry', (next) => ({
      type: 'call',
      title: text('Запит', 'Inquiry'),
      connector,
      input,
      as: freeState(flow, 'answer'),
      retryFor: 'P1D',
      next,
      failed: next,
    }));

/** The document is issued, after this state. */
export const issueDocument: Move = (flow, node) => {
  const documents = Object.keys(objectOf(flow.value('/documents')));
  const name = documents[0] ?? 'certificate';
  const adding = addAfter(flow, node, 'issuing', (next) => ({
    type: 'issue',
    title: text('Видача документа', 'Issue of the document'),
    document: name,
    next,
    failed: node.type === 'task' ? node.name : next,
  }));
  if (documents.length > 0) return adding;
  const title = objectOf(flow.value('/title'));
  return {
    ...adding,
    operations: [
      {
        do: 'put',
        at: `/documents/${name}`,
        value: {
          title: text('Довідка', 'Certificate'),
          body: [
            { type: 'heading', text: Object.keys(title).length > 0 ? title : text('Довідка', 'Certificate') },
            {
              type: 'text',
              text: text(
                'Видано за заявою {{ case.reference }}.',
                'Issued on the application {{ case.reference }}.',
              ),
            },
            { type: 'qr' },
          ],
          verify: true,
        },
      },
      ...adding.operations,
    ],
  };
};

/** A clerk may fill in the application for a person present. */
export const clerkFills: Move = (flow, node) => {
  const role = roles(flow)[0];
  if (role === undefined || objectOf(flow.value('/startedBy')).counter !== undefined) return null;
  const channels = listOf(flow.value('/channels'));
  return {
    operations: [
      {
        do: 'put',
        at: '/startedBy/counter',
        value: { role: roles(flow).includes('clerk') ? 'clerk' : role },
      },
      ...(channels.includes('counter')
        ? []
        : [{ do: 'put' as const, at: '/channels', value: [...channels, 'counter'] }]),
    ],
    at: node.at,
  };
};

/** An opinion of another agency, after this state: a task of one of its roles, which sees the application. */
export const askAgency =
  (agency: { id: string; fallback: string }, role: { name: string; title: JsonObject }): Move =>
  (flow, node) => {
    const known = objectOf(objectOf(flow.value('/roles'))[role.name]);
    // a role of that name in another agency needs another name here, which the format does not have
    if (known.title !== undefined && known.agency !== agency.id) return null;
    const adding = addAfter(flow, node, 'opinion', (to) => ({
      type: 'task',
      title: text('Висновок іншого органу', 'Opinion of another agency'),
      role: role.name,
      due: { workingDays: 10 },
      overdue: { to },
      form: {
        schema: {
          type: 'object',
          properties: { opinion: { type: 'string', minLength: 1, maxLength: 4000 } },
          required: ['opinion'],
        },
        ui: { opinion: { 'ui:widget': 'textarea' } },
        texts: { '/opinion': { title: text('Висновок', 'Opinion') } },
      },
      actions: { done: { title: text('Надати висновок', 'Give the opinion'), to } },
    }));
    const value = { title: role.title, agency: agency.id, office: `"${agency.fallback}"`, sees: ['form'] };
    return {
      ...adding,
      operations: [
        ...(known.title === undefined ? [{ do: 'put' as const, at: `/roles/${role.name}`, value }] : []),
        ...adding.operations,
      ],
    };
  };

/** Before a refusal the applicant is heard: they may explain, then the same role decides. */
export const hearBeforeRefusal: Move = (flow, node) => {
  const refuse = objectOf(objectOf(node.state.actions).refuse);
  const refused = refuse.to;
  const way = mainWay(node);
  if (
    !acts(node) ||
    typeof refused !== 'string' ||
    !way ||
    flow.state(`${node.flow}/states/${refused}`)?.type !== 'end'
  )
    return null;
  const after = addLoose(flow, node.flow, 'decision', {
    type: 'task',
    title: text('Рішення після пояснень', 'Decision after the explanation'),
    role: node.state.role ?? '',
    due: fiveDays,
    overdue: { raise: node.state.role ?? '' },
    actions: { approve: { to: way.to }, refuse: { ...refuse } },
  });
  const between = flow.after(after.operations);
  const hearing = addLoose(between, node.flow, 'hearing', {
    type: 'party',
    title: text('Ви можете пояснити до рішення', 'You may explain before the decision'),
    party: 'applicant',
    due: 'P5D',
    overdue: { to: after.name },
    form: {
      schema: {
        type: 'object',
        properties: { explanation: { type: 'string', minLength: 1, maxLength: 4000 } },
        required: ['explanation'],
      },
      ui: { explanation: { 'ui:widget': 'textarea' } },
      texts: { '/explanation': { title: text('Ваші пояснення', 'Your explanation') } },
    },
    actions: { done: { title: text('Надіслати пояснення', 'Send the explanation'), to: after.name } },
  });
  return {
    operations: [
      ...after.operations,
      ...hearing.operations,
      { do: 'put', at: `${node.at}/actions/refuse/to`, value: hearing.name },
    ],
    at: hearing.at,
  };
};

/** What was granted can be renewed by applying again before it runs out. */
export const renewal: Move = (flow, node) => {
  if (objectOf(flow.value('/after')).renew !== undefined) return null;
  return {
    operations: [
      {
        do: 'put',
        at: '/after/renew',
        value: { service: flow.value('/id') ?? '', opens: 'P60D', remind: ['P60D', 'P14D'] },
      },
    ],
    at: node.at,
  };
};
