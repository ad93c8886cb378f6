import type { Problem, Registry, Service } from '../types.ts';
import { mistake } from './problem.ts';
import type { Code } from './words.ts';

type Said = { readonly uk: string; readonly en: string };
/** A word that nothing acts on: what happens all the same, and what to write in its place. */
type Unbuilt = { readonly code: Code; readonly meanwhile: Said; readonly instead: Said };

// `notCarriedOut`: the case would go otherwise than is written; `noEffectYet`: it goes as written, and something is left out
const unbuilt = {
  post: {
    code: 'notCarriedOut',
    meanwhile: { uk: 'поштою ніхто нічого не надішле', en: 'nobody would post anything' },
    instead: {
      uk: 'приберіть канал post або додайте стан task, у якому лист надсилає діловод',
      en: 'remove the channel post, or add a task state in which a clerk posts the letter',
    },
  },
  roles: {
    code: 'noEffectYet',
    meanwhile: { uk: 'посадовці записів не бачать', en: 'officers do not see the records' },
    instead: {
      uk: 'спитайте реєстр станом call: відповідь буде у справі',
      en: 'ask the registry by a call state: the answer is in the case',
    },
  },
  person: {
    code: 'noEffectYet',
    meanwhile: { uk: 'людина свого запису не бачить', en: 'the person does not see their record' },
    instead: { uk: 'видайте їй документ станом issue', en: 'give them a document by an issue state' },
  },
  connectors: {
    code: 'noEffectYet',
    meanwhile: {
      uk: 'іншим системам записи не передаються',
      en: 'records are not handed to other systems',
    },
    instead: { uk: 'передайте їх станом call', en: 'hand them over by a call state' },
  },
  public: {
    code: 'noEffectYet',
    meanwhile: { uk: 'записи ніде не оприлюднено', en: 'the records are published nowhere' },
    instead: { uk: 'оприлюднюйте станом publish', en: 'announce by a publish state' },
  },
  keep: {
    code: 'noEffectYet',
    meanwhile: { uk: 'усі версії зберігаються назавжди', en: 'every version is kept for ever' },
    instead: {
      uk: 'старі версії вилучає адміністратор',
      en: 'whoever administers the tables removes old versions',
    },
  },
} as const satisfies { [what: string]: Unbuilt };

function told(what: keyof typeof unbuilt, word: string, pointer: string): Problem {
  const { code, meanwhile, instead } = unbuilt[what];
  return mistake(code, pointer, { word, meanwhile, instead });
}

/** What a service says that nothing acts on yet: each is told, so that no word is passed over in silence. */
export function unbuiltOfService({ messages }: Service): Problem[] {
  const found: Problem[] = [];
  for (const [name, { channels }] of Object.entries(messages ?? {})) {
    const posted = channels.indexOf('post');
    if (posted >= 0) found.push(told('post', 'post', `/messages/${name}/channels/${posted}`));
  }
  return found;
}

/** What a registry says that nothing acts on yet. */
export function unbuiltOfRegistry({ readers, history, public: open }: Registry): Problem[] {
  const found: Problem[] = [];
  for (const name of ['roles', 'connectors', 'person'] as const)
    if (readers[name]) found.push(told(name, `readers/${name}`, `/readers/${name}`));
  if (history?.keep !== undefined) found.push(told('keep', 'history/keep', '/history/keep'));
  if (open) found.push(told('public', 'public', '/public'));
  return found;
}
