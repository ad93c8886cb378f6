import type { ServicePage } from '#core/api/types.ts';
import { dayOf } from '#core/case/day.ts';
import { feelValue } from '#core/case/feel.ts';
import { drawnForm } from '#core/case/lookups.ts';
import { draftNames } from '#core/case/names.ts';
import type { ServiceRuntime } from '#core/case/runtime.ts';
import type { Through } from '#core/case/types.ts';
import { everyState } from '#core/flow/states.ts';
import { evaluated } from '#core/form/expressions.ts';
import { filledObject } from '#core/form/filled.ts';
import type { FormDefinition } from '#core/form/types.ts';

/** Whether the form works out an amount of money itself (a fee paid beside the service, with a receipt). */
function worksOutMoney({ computed, ui }: FormDefinition): boolean {
  const uiAt = (pointer: string) =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((at, name) => (at as { [name: string]: unknown } | undefined)?.[name], ui);
  return Object.keys(computed ?? {}).some(
    (pointer) => (uiAt(pointer) as { 'ui:widget'?: string } | undefined)?.['ui:widget'] === 'money',
  );
}

/** Of whom nothing is known yet. */
const nobody = {
  identity: undefined,
  applicant: undefined,
  lookups: {},
  language: 'uk',
  channel: 'portal',
};

/**
 * What is paid today by one of whom nothing is known yet, in kopiikas: null where nothing is, undefined where the amount
 * depends on what is entered.
 */
function feeOf(service: ServiceRuntime, now: string): number | null | undefined {
  const pays = [...everyState(service.bundle.flow)].flatMap(({ path, state }) =>
    state.type === 'pay' ? [{ path, state }] : [],
  );
  const first = pays[0];
  if (!first) return worksOutMoney(service.bundle.form as unknown as FormDefinition) ? undefined : null;
  const names = { ...draftNames(service, nobody, now), form: filledObject(service.bundle.form.schema, {}) };
  try {
    const amount = feelValue(service, first.state.amount, names);
    return typeof amount === 'number' && Number.isInteger(amount) ? amount : undefined;
  } catch {
    return undefined;
  }
}

/** The rights to represent in which alone something is needed, where that is what its condition tells apart. */
function onlyThrough(service: ServiceRuntime, when: string, now: string): { through?: Through[] } {
  const holds = (through: Through) => {
    const form = filledObject(service.bundle.form.schema, {});
    try {
      return evaluated(when, { ...draftNames(service, { ...nobody, through }, now), form }) === true;
    } catch {
      // it leans on an answer of a registry
      return false;
    }
  };
  const rights = service.bundle.parties.applicant.through ?? ['self'];
  const through = rights.filter(holds);
  return through.length > 0 && through.length < rights.length ? { through } : {};
}

/** A service as anyone may see it, with the form that is drawn. */
export function servicePage(service: ServiceRuntime, now: string): ServicePage {
  const { bundle, hash, live } = service;
  const { availability, legalBasis, needs, decideWithin } = bundle;
  const { who, through } = bundle.parties.applicant;
  const agency = live.agencies[bundle.agency];
  const fee = feeOf(service, now);
  const { suspended, opens, closes } = availability ?? {};
  // a suspension that is only announced does not stop anyone today
  const stopped = suspended && suspended.since.slice(0, 10) <= dayOf(now) ? { suspended } : {};
  return {
    id: bundle.id,
    title: { ...bundle.title },
    summary: { ...bundle.summary },
    ...(agency ? { agency: { id: bundle.agency, title: { ...agency.title } } } : {}),
    hash,
    ...(legalBasis
      ? { legalBasis: legalBasis.map(({ title, url }) => ({ title, ...(url ? { url } : {}) })) }
      : {}),
    ...(needs
      ? {
          needs: needs.map(({ title, when, from }) => ({
            title,
            ...(when ? { when, ...onlyThrough(service, when, now) } : {}),
            ...(from ? { from } : {}),
          })),
        }
      : {}),
    ...(availability
      ? { availability: { ...(opens ? { opens } : {}), ...(closes ? { closes } : {}), ...stopped } }
      : {}),
    startedBy: { applicant: bundle.startedBy.applicant === true },
    ...(bundle.channels ? { channels: [...bundle.channels] } : {}),
    applicant: { ...(who ? { who: [...who] } : {}), through: [...(through ?? ['self'])] },
    ...(fee === undefined ? {} : { fee }),
    ...(decideWithin ? { decideWithin: within(decideWithin) } : {}),
    ...(bundle.startedBy.counter ? { counter: bundle.startedBy.counter.role } : {}),
    ...(bundle.startedBy.officer
      ? {
          officer: {
            role: bundle.startedBy.officer.role,
            applicant: bundle.startedBy.officer.applicant ?? 'optional',
          },
        }
      : {}),
    form: drawnForm(service),
    names: draftNames(service, nobody, now),
  } as ServicePage;
}

function within(term: object): { workingDays?: number; days?: number; hours?: number } {
  const { workingDays, days, hours } = term as { workingDays?: number; days?: number; hours?: number };
  return {
    ...(workingDays === undefined ? {} : { workingDays }),
    ...(days === undefined ? {} : { days }),
    ...(hours === undefined ? {} : { hours }),
  };
}
