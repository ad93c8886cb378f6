const said = (uk: string, en: string) => ({ uk, en });
const person = (uk: string, en: string): { [path: string]: { uk: string; en: string } } =>
  Object.fromEntries(
    (
      [
        ['surname', 'прізвище', 'surname'],
        ['name', 'імʼя', 'name'],
        ['patronymic', 'по батькові', 'patronymic'],
        ['birthDate', 'дата народження', 'date of birth'],
        ['sex', 'стать', 'sex'],
        ['rnokpp', 'РНОКПП', 'taxpayer number (RNOKPP)'],
        ['unzr', 'УНЗР', 'record number (UNZR)'],
        ['edrpou', 'код ЄДРПОУ', 'code of the organisation (EDRPOU)'],
        ['email', 'пошта', 'e-mail'],
        ['phone', 'телефон', 'telephone'],
        ['assurance', 'наскільки певно встановлено особу', 'how surely the person is identified'],
      ] as const
    ).map(([name, ofUk, ofEn]) => [name, said(`${ofUk} (${uk})`, `${ofEn} (${en})`)]),
  );
const under = (name: string, fields: { [path: string]: { uk: string; en: string } }) =>
  Object.fromEntries(Object.entries(fields).map(([field, words]) => [`${name}.${field}`, words]));

/** What the names mean that every service has (docs/format.md, “Names”). */
export const meanings: { readonly [path: string]: { readonly uk: string; readonly en: string } } = {
  form: said('що введено у формі', 'what is entered in the form'),
  application: said('що введено у заяві', 'what is entered in the application'),
  identity: said('хто заповнює, за даними входу', 'who fills it in, as signed in'),
  ...under('identity', person('хто заповнює', 'who fills it in')),
  applicant: said('заявник', 'the applicant'),
  ...under('applicant', person('заявник', 'applicant')),
  agency: said('орган', 'the agency'),
  office: said('підрозділ, де розглядають справу', 'the office where the case is decided'),
  parameters: said('розміри й межі, встановлені законом', 'amounts and limits set by law'),
  case: said('справа', 'the case'),
  'case.reference': said('номер справи', 'the number of the case'),
  'case.submittedAt': said('коли подано', 'when it was submitted'),
  'case.language': said('мова заявника', 'language of the applicant'),
  'case.channel': said('звідки подано: портал, приймальня', 'by which way it came: portal, counter'),
  'case.through': said('сам чи через представника', 'in person or by someone else'),
  about: said('запис реєстру, про який заява', 'the record that the application is about'),
  now: said('ця мить', 'this moment'),
  today: said('сьогодні', 'today'),
  files: said('файли заяви', 'files of the application'),
  outcomes: said('висліди гілок і кожного зі списку', 'outcomes of branches and of each of a list'),
  item: said('рядок списку', 'an item of the list'),
  record: said('запис реєстру', 'a record of the registry'),
  result: said('відповідь реєстру чи системи', 'the answer of the registry or system'),
  response: said('відповідь системи, як вона прийшла', 'the answer of the system as it came'),
  'response.status': said('код відповіді HTTP', 'the HTTP status'),
  'response.body': said('тіло відповіді', 'the body of the answer'),
  input: said('що надсилають', 'what is sent'),
  failure: said('чому немає відповіді', 'why there is no answer'),
  document: said('документ, що видається', 'the document being issued'),
};

/** What can be known of a task or an act once someone acted, whatever the state is called. */
const acted: { readonly [field: string]: { readonly uk: string; readonly en: string } } = {
  action: said('що зроблено', 'what was done'),
  by: said('хто зробив', 'who did it'),
  at: said('коли зроблено', 'when it was done'),
  reason: said('написана причина', 'the reason written'),
  explain: said('пояснення підстави', 'the explanation of the ground'),
  grounds: said('вибрані підстави', 'grounds chosen'),
  times: said('скільки разів справа тут була', 'how many times the case was here'),
  previous: said('що введено минулого разу', 'what was entered the time before'),
};

/** What a path means; undefined where only the definition knows. */
export function meaningOf(path: string, language: 'uk' | 'en'): string | undefined {
  const [, field] = path.split('.');
  return (meanings[path] ?? (field === undefined || path.startsWith('form.') ? undefined : acted[field]))?.[
    language
  ];
}
