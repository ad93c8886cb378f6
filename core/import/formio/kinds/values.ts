import type { Text } from '#core/definition/types.ts';
import { numberOf, textOf } from '../../json.ts';
import { type Component, typeOf, validateOf } from '../component.ts';
import type { Kind, Made } from '../kind.ts';

/** Limits of a text, as form.io writes them: its pattern is of the whole text. */
function textLimits(component: Component): {
  schema: { readonly [keyword: string]: unknown };
  losses: Text[];
} {
  const { minLength, maxLength, pattern, minWords, maxWords } = validateOf(component);
  const least = numberOf(minLength);
  const most = numberOf(maxLength);
  const written = textOf(pattern);
  const losses: Text[] = [];
  let kept = written === undefined ? undefined : `^(?:${written.replace(/^\^/, '').replace(/\$$/, '')})$`;
  if (kept !== undefined) {
    try {
      new RegExp(kept, 'u');
    } catch {
      kept = undefined;
      losses.push({
        uk: `шаблон «${written}» не є регулярним виразом`,
        en: `the pattern “${written}” is no regular expression`,
      });
    }
  }
  if (numberOf(minWords) !== undefined || numberOf(maxWords) !== undefined)
    losses.push({ uk: 'кількість слів не перевіряється', en: 'the number of words is not checked' });
  if (textOf(component.inputMask) !== undefined)
    losses.push({
      uk: `маску «${component.inputMask}» не перенесено`,
      en: `the mask “${component.inputMask}” did not come over`,
    });
  if (component.multiple === true)
    losses.push({
      uk: 'поле приймає кілька значень, тут одне',
      en: 'the field takes several values, here one',
    });
  return {
    schema: {
      ...(least === undefined ? {} : { minLength: least }),
      ...(most === undefined ? {} : { maxLength: most }),
      ...(kept === undefined ? {} : { pattern: kept }),
    },
    losses,
  };
}

export const text: Kind = (component) => {
  const { schema, losses } = textLimits(component);
  const fills = textOf(component.autocomplete);
  return {
    schema: { type: 'string', ...schema },
    seen: { as: 'text' },
    ...(fills === undefined || ['on', 'off'].includes(fills) ? {} : { ui: { 'ui:autocomplete': fills } }),
    losses,
  };
};

export const longText: Kind = (component, tools) => ({
  ...text(component, tools),
  ui: { 'ui:widget': 'textarea' },
});

const formatted =
  (format: string): Kind =>
  (component) => {
    const { schema, losses } = textLimits(component);
    return { schema: { type: 'string', format, ...schema }, seen: { as: 'text' }, losses };
  };

export const email = formatted('email');
export const url = formatted('uri');

/** A telephone number: form.io asks for its mask, where there is one, and for nothing more. */
export const phone: Kind = (component, tools) => ({
  ...text(component, tools),
  ui: { 'ui:options': { inputMode: 'tel' }, 'ui:autocomplete': 'tel' },
});

function limits(component: Component): { readonly [keyword: string]: number } {
  const { min, max } = validateOf(component);
  const [least, most] = [numberOf(min), numberOf(max)];
  return {
    ...(least === undefined ? {} : { minimum: least }),
    ...(most === undefined ? {} : { maximum: most }),
  };
}

export const number: Kind = (component) => {
  const { integer } = validateOf(component);
  const places = numberOf(component.decimalLimit);
  const whole =
    integer === true || places === 0 || (component.inputType === 'numeric' && places === undefined);
  return {
    schema: {
      type: whole ? 'integer' : 'number',
      ...limits(component),
      ...(places !== undefined && places > 0 && !whole ? { multipleOf: 10 ** -places } : {}),
    },
    seen: { as: 'number' },
  };
};

/** An amount of another currency: a number with two decimals. Money of ours is an integer of kopiikas, with a sign of the hryvnia. */
export const currency: Kind = (component) => {
  const whole = component.inputType === 'numeric';
  return {
    schema: {
      type: whole ? 'integer' : 'number',
      ...(whole ? {} : { multipleOf: 0.01 }),
      ...limits(component),
    },
    seen: { as: 'number' },
  };
};

export const year: Kind = (component) => {
  const { minYear, maxYear } = validateOf(component);
  return {
    schema: { type: 'integer', minimum: numberOf(minYear) ?? 1000, maximum: numberOf(maxYear) ?? 9999 },
    seen: { as: 'number' },
  };
};

export const checkbox: Kind = (component) => {
  const asked = validateOf(component).required === true;
  return {
    schema: { type: 'boolean', ...(asked ? { const: true } : {}) },
    ...(asked ? {} : { ui: { 'ui:widget': 'checkbox' } }),
    seen: { as: 'flag' },
  };
};

export const month: Kind = (): Made => ({
  schema: { type: 'string', pattern: '^(0[1-9]|1[0-2])\\.\\d{4}$' },
  seen: { as: 'text' },
  losses: [
    {
      uk: 'поля «місяць і рік» тут немає: вводиться текст на зразок 03.2026',
      en: 'there is no field of a month and year here: a text such as 03.2026 is entered',
    },
  ],
});

export const time: Kind = (): Made => ({
  schema: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' },
  seen: { as: 'text' },
});

/** What has no kind of ours: a line of text, and the report says so. */
export const unknown: Kind = (component) => ({
  schema: { type: 'string', maxLength: 2000 },
  seen: { as: 'other' },
  losses: [
    {
      uk: `поля виду «${typeOf(component)}» тут немає: вводиться текст`,
      en: `there is no field of the kind “${typeOf(component)}” here: a text is entered`,
    },
  ],
});
