import type { Party } from '#core/definition/types.generated.ts';
import { sayDay } from '#core/expression/index.ts';
import type { JsonObject, Text } from '#core/flow/types.ts';
import { filledObject } from '#core/form/filled.ts';
import { isDay } from '#core/reference/identifiers.ts';
import type { Identity } from './actor.ts';
import { closed } from './availability.ts';
import type { Beginning } from './command.ts';
import { contactOf } from './contact.ts';
import { dayOf, daySaid } from './day.ts';
import { entered } from './entered.ts';
import type { OfficeRef } from './event.ts';
import { isTrue } from './feel.ts';
import { checkFiles } from './files.ts';
import { answersByAs } from './lookups.ts';
import { draftNames } from './names.ts';
import { officeOf } from './office.ts';
import type { Origin } from './origin.ts';
import { refuse, refuseSaying } from './refuse.ts';
import type { ServiceRuntime } from './runtime.ts';
import { settle } from './settle.ts';
import { bytesOf, MOST_FORM } from './size.ts';
import type { Turn } from './turn.ts';
import { Walk } from './walk.ts';
import { eventActor } from './who.ts';
import { forAnother, whoApplies } from './who-applies.ts';

/**
 * A draft is sent, by the applicant or by a clerk for a person present, another case begins this one, or the agency does of
 * its own motion: checked, computed, opened, and on to the first wait.
 */
export function submitted(turn: Turn, command: Beginning) {
  const { service, given, now } = turn;
  const { bundle } = service;
  const { actor } = given;
  const applicant = whoApplies(turn, command);
  const rules = bundle.parties.applicant;
  const { through = 'self', origin } = command.type === 'initiate' ? {} : command;
  // a case of ours begins another whenever its own flow says so, and an agency whenever it finds it right
  if (command.type === 'submit' || command.type === 'openFor') {
    available(turn);
    mayThrough(rules, through);
  }
  inTime(turn, origin);
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
  // what another case or the calendar writes was asked of no registry, and no browser sent it
  const { options: _, ...written } = bundle.form;
  const form = entered(actor.kind === 'system' ? written : bundle.form, command.form, names, '/form');
  checkFiles(bundle.form, form, command.files ?? {});
  if (through !== 'self' && rules.represents !== undefined) forAnother(applicant);
  // what was left empty is null for expressions, not unknown
  const seen = { ...names, form: filledObject(bundle.form.schema, form) };
  if (command.type !== 'initiate') mayApply(service, seen);

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
    ...(origin ? { origin } : {}),
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

/** The conditions of applying hold; nobody applied for what an agency begins. */
function mayApply(service: ServiceRuntime, seen: JsonObject) {
  for (const { when, else: say } of service.bundle.parties.applicant.may ?? [])
    if (!isTrue(service, when, seen, 'parties.applicant.may')) refuseSaying('mayNotApply', say);
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

/** What comes from another case may be bound to a term: of an appeal, a renewal, a collection. */
function inTime({ now }: Turn, origin: Origin | undefined) {
  const { opens, until } = origin ?? {};
  if (opens !== undefined && now < opens) takenFrom(dayOf(opens));
  if (until !== undefined && now > until)
    refuse(
      'late',
      `Строк минув: подати можна було до ${daySaid(until, 'uk')}`,
      `The term has passed: it ended on ${daySaid(until, 'en')}`,
    );
}

/** Refuses what comes before a day on which applications begin. */
function takenFrom(day: string): never {
  return refuse(
    'notAllowed',
    `Заяви приймають з ${sayDay(day, 'uk')}`,
    `Applications are taken from ${sayDay(day, 'en')}`,
  );
}

function available({ service, now }: Turn) {
  const { availability } = service.bundle;
  const why = closed(availability, { instant: now, day: dayOf(now) });
  if (why === null) return;
  if (why.is === 'suspended') return refuseSaying('notAllowed', availability?.suspended?.why as Text);
  const day = isDay(why.at) ? why.at : dayOf(why.at);
  if (why.is === 'notYet') takenFrom(day);
  refuse(
    'notAllowed',
    `Заяви приймали до ${sayDay(day, 'uk')}`,
    `Applications were taken until ${sayDay(day, 'en')}`,
  );
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
