import type { Identity } from './actor.ts';
import type { Beginning, Initiate, OpenFor } from './command.ts';
import type { PartyData } from './event.ts';
import { refuse } from './refuse.ts';
import { mayBegin } from './rights.ts';
import type { Turn } from './turn.ts';
import { isOfficer } from './who.ts';

/** Whose case it will be; refuses whoever may not begin one so. */
export function whoApplies(turn: Turn, command: Beginning): PartyData {
  const { actor } = turn.given;
  switch (command.type) {
    case 'begin':
      if (actor.kind !== 'system')
        refuse('notAllowed', 'Так справу починає лише інша справа', 'Only another case begins one so');
      return command.applicant;
    case 'openFor':
      return personPresent(turn, command);
    case 'initiate':
      return concerned(turn, command);
    case 'submit':
      if (actor.kind !== 'party' || turn.service.bundle.startedBy.applicant !== true)
        return refuse(
          'notAllowed',
          'Цю послугу не можна почати так',
          'This service cannot be started this way',
        );
      return represented(actor.identity, command.represents);
  }
}

function personPresent(turn: Turn, { applicant, represents }: OpenFor): PartyData {
  const { actor } = turn.given;
  if (actor.kind !== 'officer' || !mayBegin(turn.service, actor.appointment, turn.now).includes('counter'))
    return refuse(
      'notAllowed',
      'Заяву за людину відкриває лише адміністратор цієї послуги',
      'Only a clerk of this service opens a case for a person',
    );
  if (isOfficer(actor.appointment, applicant.person))
    refuse(
      'ownCase',
      'Не можна приймати власну заяву: зверніться до іншого адміністратора',
      'Nobody takes in their own application: ask another clerk',
    );
  return represented(applicant, represents);
}

/** Whom a case concerns that the agency begins itself: whom its officer names or the record tells, or nobody. */
function concerned(turn: Turn, { applicant, channel }: Initiate): PartyData {
  const { startedBy } = turn.service.bundle;
  const { actor } = turn.given;
  if (channel === 'schedule') {
    if (actor.kind !== 'system' || startedBy.schedule === undefined)
      refuse('notAllowed', 'Так справу починає лише розклад', 'Only the calendar begins a case so');
    return applicant ? { identity: applicant } : {};
  }
  if (actor.kind !== 'officer' || !mayBegin(turn.service, actor.appointment, turn.now).includes('officer'))
    return refuse(
      'notAllowed',
      'Справу з ініціативи органу починає лише посадовець, якому це дає послуга',
      'Only an officer whom the service lets do so begins a case of the agency’s own motion',
    );
  if (applicant && isOfficer(actor.appointment, applicant.person))
    refuse(
      'ownCase',
      'Не можна починати справу щодо себе: зверніться до іншого посадовця',
      'Nobody begins a case about themselves: ask another officer',
    );
  named(turn, applicant);
  return applicant ? { identity: applicant } : {};
}

/** Whom the officer names is someone where there must be someone, nobody where there is nobody, and of a kind that the service is for. */
function named({ service }: Turn, applicant: Identity | undefined) {
  const { startedBy, parties } = service.bundle;
  const asks = startedBy.officer?.applicant ?? 'optional';
  if (asks === 'required' && !applicant)
    refuse(
      'notIdentified',
      'Назвіть, кого стосується справа: людину чи підприємство',
      'Name whom the case concerns: a person or a business',
      '/applicant',
    );
  if (asks === 'none' && applicant)
    refuse(
      'notAllowed',
      'У цій послузі справа не стосується жодної особи: приберіть її',
      'In this service a case concerns nobody: leave the person out',
      '/applicant',
    );
  const kind = applicant?.business ? 'business' : 'person';
  if (applicant && parties.applicant.who?.includes(kind) === false)
    refuse(
      'notAllowed',
      kind === 'person'
        ? 'Ця послуга не для людей: назвіть підприємство'
        : 'Ця послуга не для підприємств: назвіть людину',
      kind === 'person'
        ? 'This service is not for persons: name a business'
        : 'This service is not for businesses: name a person',
      '/applicant',
    );
}

function represented(identity: Identity, represents: Identity | undefined): PartyData {
  return represents ? { identity: represents, representative: identity } : { identity };
}

/** Where the definition says who is represented, it is known who that is, and it is someone else. */
export function forAnother({ identity, representative }: PartyData) {
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
