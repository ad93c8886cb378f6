import people from '../people.json' with { type: 'json' };

/** An appointment that a test person holds. */
export type Appointment = { agency: string; office: string; role: string };

/** A person to log in as. All are invented; their numbers have valid check digits. */
export type Person = {
  id: string;
  /** Which of the two providers knows them. */
  issuer: 'citizen' | 'officer';
  title: { uk: string; en: string };
  family_name: string;
  given_name: string;
  middle_name: string;
  birthdate: string;
  sex: string;
  rnokpp: string;
  unzr: string;
  email: string;
  phone?: string;
  organization?: string;
  edrpou?: string;
  appointments?: Appointment[];
};

export const testPeople: readonly Person[] = people.map((person) => ({
  ...person,
  issuer: person.issuer === 'officer' ? ('officer' as const) : ('citizen' as const),
}));

/** What a provider states about a person. `acr` is the level of assurance of the login. */
export function claimsOf(person: Person): Record<string, unknown> & { sub: string } {
  const { family_name, given_name, middle_name, phone } = person;
  return {
    sub: person.id,
    name: `${family_name} ${given_name} ${middle_name}`,
    family_name,
    given_name,
    middle_name,
    birthdate: person.birthdate,
    gender: person.sex,
    rnokpp: person.rnokpp,
    unzr: person.unzr,
    email: person.email,
    email_verified: true,
    acr: 'substantial',
    ...(phone ? { phone_number: phone } : {}),
    ...(person.organization ? { organization: person.organization, edrpou: person.edrpou } : {}),
  };
}
