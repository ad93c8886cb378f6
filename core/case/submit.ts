import type { Party } from '#core/definition/types.generated.ts';
import type { JsonObject } from '#core/flow/types.ts';
import { filledObject } from '#core/form/filled.ts';
import type { Identity } from './actor.ts';
import type { Begin, OpenFor, Submit } from './command.ts';
import { contactOf } from './contact.ts';
import { dayOf, daySaid } from './day.ts';
import { entered } from './entered.ts';
import type { OfficeRef, PartyData } from './event.ts';
import { isTrue } from './feel.ts';
import { checkFiles } from './files.ts';
import { answersByAs } from './lookups.ts';
import { draftNames } from './names.ts';
import { officeOf } from './office.ts';
import type { Origin } from './origin.ts';
import { refuse, refuseSaying } from './refuse.ts';
import { holds } from './rights.ts';
import { settle } from './settle.ts';
import { bytesOf, MOST_FORM } from './size.ts';
import type { Turn } from './turn.ts';
import { Walk } from './walk.ts';
import { eventActor } from './who.ts';

/**
 * A draft is sent, by the applicant or by a clerk for a person present, or another case begins this one: checked, computed,
 * opened, and on to the first wait.
 */
export function submitted(turn: Turn, command: Submit | OpenFor | Begin) {
  const { service, given, now } = turn;
  const { bundle } = service;
  const { actor } = given;
  const applicant = whoApplies(turn, command);
  const rules = bundle.parties.applicant;
  const through = command.through ?? 'self';
  // a case of ours begins another whenever its own flow says so
  if (command.type !== 'begin') {
    available(turn);
    mayThrough(rules, through);
  }
  inTime(turn, command.origin);
  if (command.type === 'submit') assured(rules, applicant.representative ?? applicant.identity);

  if (bytesOf(command.form) > MOST_FORM)
    refuse(
      'tooLarge',
      'Заява завелика: скоротіть тексти',
      'The application is too large: shorten the texts',
      '/form',
    );
  const names = draftNames(
    service,
    {
      identity: applicant.representative ?? applicant.identity,
      applicant: applicant.identity,
      lookups: command.lookups ?? {},
      language: command.language,
      channel: command.channel,
      through,
      ...(command.about ? { about: command.about } : {}),
    },
    now,
  );
  const form = entered(bundle.form, command.form, names, '/form');
  checkFiles(bundle.form, form, command.files ?? {});
  if (through !== 'self' && rules.represents !== undefined) forAnother(applicant);
  // what was left empty is null for expressions, not unknown
  const seen = { ...names, form: filledObject(bundle.form.schema, form) };
  for (const { when, else: say } of rules.may ?? [])
    if (!isTrue(service, when, seen, 'parties.applicant.may')) refuseSaying('mayNotApply', say);

  const office = officeFirst(turn, seen);
  const others = Object.entries((command.type === 'begin' && command.parties) || {}).filter(
    ([party]) => party !== 'applicant' && Object.hasOwn(bundle.parties, party),
  );
  const signed = command.type === 'openFor' ? command.signed : undefined;
  turn.say({
    type: 'submitted',
    case: given.ids.uuid(),
    reference: given.ids.reference(),
    service: bundle.id,
    definition: service.hash,
    language: command.language,
    channel: command.channel,
    ...(actor.kind === 'officer' ? { enteredBy: eventActor(actor) } : {}),
    ...(signed ? { signed: signed.by } : {}),
    office,
    parties: {
      applicant: { party: 'applicant', through },
      ...Object.fromEntries(others.map(([party]) => [party, { party }])),
    },
    ...(command.origin ? { origin: command.origin } : {}),
    data: {
      form,
      parties: {
        applicant: {
          ...applicant,
          ...contactOf(service, 'applicant', seen),
        },
        ...Object.fromEntries(others.map(([party, identity]) => [party, { identity }])),
      },
      files: command.files ?? {},
      lookups: answersByAs(service, command.lookups ?? {}),
      ...(command.about ? { about: command.about } : {}),
      ...(signed?.by === 'ink' ? { signedFile: signed.file } : {}),
    },
  });
  const walk = new Walk(turn);
  walk.enter('', bundle.flow.initial);
  settle(walk);
}

/** The office of the first task, where the case will be dealt with; where there is none, the agency's fallback. */
function officeFirst({ service }: Turn, names: JsonObject): OfficeRef {
  const { bundle, live } = service;
  const first = bundle.flow.states[bundle.flow.initial];
  const role =
    first?.type === 'task'
      ? first.role
      : Object.values(bundle.flow.states).find((s) => s.type === 'task')?.role;
  return role === undefined
    ? { agency: bundle.agency, office: live.agencies[bundle.agency]?.fallback ?? '' }
    : officeOf(service, role, names, 'flow');
}

function whoApplies(turn: Turn, command: Submit | OpenFor | Begin): PartyData {
  const { actor } = turn.given;
  if (command.type === 'begin') {
    if (actor.kind !== 'system')
      return refuse('notAllowed', 'Так справу починає лише інша справа', 'Only another case begins one so');
    return command.applicant;
  }
  const { startedBy } = turn.service.bundle;
  if (command.type === 'openFor') {
    const role = startedBy.counter?.role;
    if (actor.kind !== 'officer' || actor.appointment.role !== role || !holds(actor.appointment, turn.now))
      return refuse(
        'notAllowed',
        'Заяву за людину відкриває лише адміністратор цієї послуги',
        'Only a clerk of this service opens a case for a person',
      );
    if (actor.appointment.person === command.applicant.person)
      return refuse(
        'ownCase',
        'Не можна приймати власну заяву: зверніться до іншого адміністратора',
        'Nobody takes in their own application: ask another clerk',
      );
    return represented(command.applicant, command.represents);
  }
  if (actor.kind !== 'party' || startedBy.applicant !== true)
    return refuse('notAllowed', 'Цю послугу не можна почати так', 'This service cannot be started this way');
  return represented(actor.identity, command.represents);
}

function represented(identity: Identity, represents: Identity | undefined): PartyData {
  return represents ? { identity: represents, representative: identity } : { identity };
}

/** Where the definition says who is represented, it is known who that is, and it is someone else. */
function forAnother({ identity, representative }: PartyData) {
  if (representative === undefined)
    refuse(
      'represents',
      'Впишіть, кого ви представляєте: РНОКПП, УНЗР або документ цієї людини',
      'Enter whom you represent: the RNOKPP, the UNZR or a document of that person',
      '/form',
    );
  if (representative.person === identity?.person)
    refuse(
      'represents',
      'Ви вписали власні дані як дані людини, яку представляєте',
      'You entered your own data as those of the person you represent',
      '/form',
    );
}

/** What comes from another case may be bound to a term: of an appeal, a renewal, a collection. */
function inTime({ now }: Turn, origin: Origin | undefined) {
  const { opens, until } = origin ?? {};
  if (opens !== undefined && now < opens)
    refuse(
      'notAllowed',
      `Заяви приймають з ${daySaid(opens, 'uk')}`,
      `Applications are taken from ${daySaid(opens, 'en')}`,
    );
  if (until !== undefined && now > until)
    refuse(
      'late',
      `Строк минув: подати можна було до ${daySaid(until, 'uk')}`,
      `The term has passed: it ended on ${daySaid(until, 'en')}`,
    );
}

function available(turn: Turn) {
  const a = turn.service.bundle.availability;
  const day = dayOf(turn.now);
  if (a?.suspended && a.suspended.since.slice(0, 10) <= day) refuseSaying('notAllowed', a.suspended.why);
  if (a?.opens !== undefined && day < a.opens.slice(0, 10))
    refuse('notAllowed', `Заяви приймають з ${a.opens}`, `Applications are taken from ${a.opens}`);
  if (a?.closes !== undefined && day > a.closes.slice(0, 10))
    refuse('notAllowed', `Заяви приймали до ${a.closes}`, `Applications were taken until ${a.closes}`);
}

function mayThrough(party: Party, through: string) {
  if (!(party.through ?? ['self']).some((t) => t === through))
    refuse(
      'through',
      'У цій послузі так представляти не можна',
      'This service does not allow acting in this right',
      '/through',
    );
}

const LEVELS = ['low', 'substantial', 'high'];

/** Refuses where the identity was established less surely than the party asks. */
export function assured(party: Party, identity: Identity | undefined) {
  const needed = LEVELS.indexOf(party.assurance ?? 'low');
  if (LEVELS.indexOf(identity?.assurance ?? 'low') < needed)
    refuse(
      'assurance',
      'Увійдіть надійнішим способом (КЕП, Дія.Підпис, BankID)',
      'Log in by a surer means (qualified signature, BankID)',
    );
}
