import { type Component, typeOf } from '../component.ts';
import type { Kind } from '../kind.ts';
import { platformList, radio, select, selectboxes } from './choices.ts';
import { dateTime, day } from './dates.ts';
import { file } from './files.ts';
import * as nav from './nav.ts';
import {
  checkbox,
  currency,
  email,
  longText,
  month,
  number,
  phone,
  text,
  time,
  unknown,
  url,
  year,
} from './values.ts';

/** What reads each kind of component: those of form.io itself, then those of its dialects. */
const kinds: { readonly [type: string]: Kind } = {
  textfield: text,
  textarea: longText,
  number,
  currency,
  checkbox,
  radio,
  select,
  selectboxes,
  email,
  url,
  phoneNumber: phone,
  day,
  datetime: dateTime,
  date: day,
  time,
  file,
  // NAV
  radiopanel: radio,
  navSelect: select,
  navCheckbox: checkbox,
  navDatepicker: day,
  monthPicker: month,
  year,
  firstName: text,
  surname: text,
  fnrfield: nav.identityNumber,
  orgNr: nav.organisationNumber,
  bankAccount: nav.bankAccount,
  identity: nav.identity,
  navAddress: nav.address,
  addressValidity: nav.validity,
  sender: nav.sender,
  attachment: nav.attachment,
  landvelger: platformList({ uk: 'країни', en: 'countries' }),
  valutavelger: platformList({ uk: 'валюти', en: 'currencies' }),
};

/** What reads a component; what has no kind of ours is entered as a text. */
export function kindOf(component: Component): Kind {
  const type = typeOf(component);
  return (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? unknown;
}
