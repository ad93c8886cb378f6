import type { Library, Problem, Service } from '../types.ts';
import { messagesOf, statesOf } from '../walk.ts';
import { mistake } from './problem.ts';
import type { Code } from './words.ts';

/** What is written and never used, and messages for which there is no way. */
export function checkUnused(library: Library, service: Service): Problem[] {
  const states = statesOf(service.flow).map((one) => one.state);
  const { decideWithin: term, after } = service;
  const sent = new Set([
    ...states.flatMap(messagesOf),
    ...(term?.overdue.notify ?? []),
    ...(term?.extend?.message === undefined ? [] : [term.extend.message]),
  ]);
  const issued = new Set([
    ...states.flatMap((state) => (state.type === 'issue' && state.document ? [state.document] : [])),
    ...states.flatMap((state) => (state.type === 'sign' ? [state.what] : [])),
    ...(after?.correct?.reissues === undefined ? [] : [after.correct.reissues]),
  ]);
  const chosen = new Set([
    ...states.flatMap((state) =>
      state.type === 'task' || state.type === 'party'
        ? Object.values(state.actions).flatMap((action) => action.grounds ?? [])
        : [],
    ),
    ...(after?.revoke?.grounds ?? []),
    ...(after?.reopen?.grounds ?? []),
  ]);
  return [
    ...unused('unusedMessage', service.messages, sent, '/messages'),
    ...unused('unusedDocument', service.documents, issued, '/documents'),
    ...unused('unusedGround', service.grounds, chosen, '/grounds'),
    ...channels(library, service),
  ];
}

function unused(code: Code, all: object | undefined, used: ReadonlySet<string>, at: string): Problem[] {
  return Object.keys(all ?? {})
    .filter((name) => !used.has(name))
    .map((name) => mistake(code, `${at}/${name}`, { name }, [{ op: 'remove', path: `${at}/${name}` }]));
}

function channels(library: Library, { messages }: Service): Problem[] {
  const kinds = new Set<string>(Object.values(library.connectors).map((connector) => connector.kind));
  return Object.entries(messages ?? {}).flatMap(([name, message]) =>
    message.channels.flatMap((channel, n) =>
      channel === 'post' || kinds.has(channel)
        ? []
        : [mistake('noChannel', `/messages/${name}/channels/${n}`, { channel })],
    ),
  );
}
