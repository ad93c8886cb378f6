import type { Identity } from '#core/case/types.ts';

/** What a provider may say of a person; whatever else it says is left there. */
export type Claims = { readonly [claim: string]: unknown };
/** Whom a session is of. */
export type Kind = 'citizen' | 'officer';

const MOST = 300;
const said = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, MOST) : undefined;
};

/** The level of assurance by `acr`: the plain word, or the last step of an eIDAS address. */
export function assuranceOf(acr: unknown): 'low' | 'substantial' | 'high' | undefined {
  const level = typeof acr === 'string' ? acr.split(/[/:]/).at(-1) : undefined;
  return level === 'low' || level === 'substantial' || level === 'high' ? level : undefined;
}

const present = <T extends { [name: string]: unknown }>(some: T): T =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as T;

/** The identity that the provider vouches for, in the core's words. */
export function identityOf(claims: Claims): Omit<Identity, 'person'> {
  const edrpou = said(claims, 'edrpou');
  const organization = said(claims, 'organization');
  const company = edrpou && { edrpou, ...(organization ? { name: organization } : {}) };
  return present({
    surname: said(claims, 'family_name'),
    name: said(claims, 'given_name'),
    patronymic: said(claims, 'middle_name'),
    birthDate: said(claims, 'birthdate'),
    sex: said(claims, 'gender'),
    rnokpp: said(claims, 'rnokpp'),
    unzr: said(claims, 'unzr'),
    email: said(claims, 'email'),
    phone: said(claims, 'phone_number'),
    assurance: assuranceOf(claims.acr),
    business: company || undefined,
  }) as Omit<Identity, 'person'>;
}

/** By what an officer is known as a citizen, where the directory says it: a claim of its own, or one of Cognito's. */
export function asCitizen(claims: Claims): { rnokpp: string } | null {
  const rnokpp = said(claims, 'rnokpp') ?? said(claims, 'custom:rnokpp');
  return rnokpp === undefined ? null : { rnokpp };
}

/** What a person's key is made of: an officer is known by the directory's `sub` alone. */
export function identifying(kind: Kind, claims: Claims): { [claim: string]: string } {
  const names = kind === 'officer' ? ['sub'] : ['rnokpp', 'edrpou', 'sub'];
  return Object.fromEntries(names.flatMap((name) => [[name, said(claims, name) ?? '']]));
}

/** How a person is called on the page. */
export function nameOf(claims: Claims): string {
  const parts = ['family_name', 'given_name', 'middle_name'].flatMap((name) => said(claims, name) ?? []);
  return (said(claims, 'name') ?? parts.join(' ')) || (said(claims, 'email') ?? '');
}
