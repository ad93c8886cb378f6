import type { Text } from '#core/definition/types.ts';
import type { Element } from './process.ts';

/** What a service task of the registry platform does: asks another system, or serves the platform alone. */
export type Delegate =
  | { readonly does: 'asks'; readonly connector: string; readonly title: Text }
  | { readonly does: 'returns' }
  | { readonly does: 'nothing'; readonly why: Text };

const asks = (connector: string, uk: string, en: string): Delegate => ({
  does: 'asks',
  connector,
  title: { uk, en },
});
const nothing = (uk: string, en: string): Delegate => ({ does: 'nothing', why: { uk, en } });

const KEY = nothing('Номер справи дає сама послуга', 'The service itself gives the number of the case');
const STATUS = nothing(
  'Стан справи показує сама послуга: назва кінцевого стану',
  'The service itself shows the state of a case: the name of the state it ends in',
);
const SEAL = nothing(
  'Печатку ставить документ, що видається («sign»)',
  'The seal is put on the document that is issued (“sign”)',
);
const ROLES = nothing(
  'Ролі дає адміністратор органу призначенням, не процес',
  'Roles are given by the agency’s administrator as appointments, not by a process',
);
const MESSAGE = nothing(
  'Іншої справи звідси не почато: додайте стан «start»',
  'No other case is started here: add a state “start”',
);
const NOTICE = nothing(
  'Повідомлення не надсилається: додайте його до messages і notify',
  'No message is sent: add it to messages and notify',
);

const known: readonly (readonly [RegExp, Delegate])[] = [
  [/userDataValidationError/i, { does: 'returns' }],
  [/businessKey/i, KEY],
  [/(define|set).*status/i, STATUS],
  [/systemSignature|digitalSystemSignature/i, SEAL],
  [/keycloak|registryUsers|UserRole/i, ROLES],
  [/startProcessByMessage|StartBp|sendMessage/i, MESSAGE],
  [/notification/i, NOTICE],
  [/dataFactory/i, asks('data-factory', 'Дані реєстру', 'Data of the registry')],
  [/excerpt/i, asks('excerpts', 'Витяги з реєстру', 'Extracts of the registry')],
  [/edr/i, asks('edr', 'Єдиний державний реєстр', 'Unified State Register')],
  [/trembita|soap/i, asks('trembita', 'Трембіта', 'Trembita')],
  [/signature/i, asks('signatures', 'Електронний підпис', 'Electronic signature')],
  [/settings/i, asks('user-settings', 'Налаштування користувача', 'Settings of the user')],
  [/idpExchange/i, asks('exchange', 'Обмін даними', 'Exchange of data')],
];

/** What an element does, by the delegate or template that it names. */
export function delegateOf({ says, type, script, name }: Element): Delegate {
  if (type === 'ScriptTask')
    return nothing(
      `Скрипт (${says.scriptFormat ?? 'groovy'}) не виконується: перепишіть його як computed або data`,
      `The script (${says.scriptFormat ?? 'groovy'}) is not run: write it as computed or data`,
    );
  const named = [says.modelerTemplate, says.delegateExpression, says.expression, says.class].join(' ').trim();
  const found = known.find(([pattern]) => pattern.test(named));
  if (found) return found[1];
  if (named === '' && script === undefined && !/SendTask|ServiceTask|BusinessRuleTask/.test(type))
    return nothing('Елемент нічого не робить', 'The element does nothing');
  return asks('external-system', name || 'Інша система', name || 'Another system');
}
