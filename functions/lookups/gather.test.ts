import { describe, expect, it } from 'vitest';
import type { FormDefinition } from '#core/form/types.ts';
import { gather } from './gather.ts';

const text = { type: 'string' };
const form: FormDefinition = {
  schema: { type: 'object', properties: { plate: text, owner: text } },
  lookups: {
    // the second is asked by what the first answered
    driver: { connector: 'people', when: 'car.owner != null', input: { rnokpp: 'car.owner' } },
    car: { connector: 'cars', when: 'form.plate != null', input: { plate: 'form.plate' } },
  },
};
const names = (answers: object) => ({ car: { owner: null }, driver: null, ...answers }) as never;

describe('what a form asks of registries', () => {
  it('is asked in rounds: an answer may be what the next is asked by', async () => {
    const put: string[] = [];
    const looked = await gather({
      form,
      data: { plate: 'АА1234' },
      names,
      ask: async (lookup, input) => {
        put.push(`${lookup} ${JSON.stringify(input)}`);
        return { result: lookup === 'car' ? { owner: '1' } : { name: 'Олена' } };
      },
    });
    expect(put).toEqual(['car {"plate":"АА1234"}', 'driver {"rnokpp":"1"}']);
    expect(looked.get('driver')).toMatchObject({ state: 'answered', answer: { name: 'Олена' } });
  });

  it('goes on without the one that does not answer', async () => {
    const looked = await gather({
      form,
      data: { plate: 'АА1234' },
      names,
      ask: async () => ({ code: 'unreachable' }),
    });
    expect(looked.get('car')).toMatchObject({ state: 'unanswered', code: 'unreachable' });
    expect(looked.get('driver')).toEqual({ state: 'notAsked' });
  });

  it('is nothing while there is nothing to ask by', async () => {
    const ask = () => Promise.reject(new Error('nobody is to be asked'));
    const looked = await gather({ form, data: {}, names, ask });
    expect([...looked.values()]).toEqual([{ state: 'notAsked' }, { state: 'notAsked' }]);
  });

  it('ends, also where every answer makes another question', async () => {
    let n = 0;
    const circle: FormDefinition = {
      schema: form.schema,
      lookups: { car: { connector: 'cars', input: { plate: 'car.owner' } } },
    };
    await gather({
      form: circle,
      data: {},
      names: (answers) => ({ car: { owner: 'x' }, ...answers }) as never,
      ask: async () => ({ result: { owner: String(++n) } }),
    });
    expect(n).toBeLessThanOrEqual(2);
  });
});
