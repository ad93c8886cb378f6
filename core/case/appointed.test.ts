import { expect, it } from 'vitest';
import { agencyLine, appointmentItems, appointmentsKey, personLine } from './appointed.ts';

const iryna = { person: 'k-iryna', agency: 'city', office: 'central', role: 'registrar' };

it('an appointment stands twice: under its person, and in the list of its agency', () => {
  const named = { ...iryna, name: 'Ірина Коваль', from: '2026-03-01', order: '12-к' };
  const item = { ...named, grantedBy: 'k-head' };
  expect(appointmentItems(named, 'k-head')).toEqual([
    { ...item, pk: 'appointment#k-iryna', sk: 'city#central#registrar' },
    { ...item, pk: 'appointment#@city', sk: 'central#registrar#k-iryna' },
  ]);
});

it('either is found by who is appointed to what', () => {
  expect(appointmentsKey('k-iryna')).toBe('appointment#k-iryna');
  expect(personLine(iryna)).toEqual({ pk: 'appointment#k-iryna', sk: 'city#central#registrar' });
  expect(agencyLine(iryna)).toEqual({ pk: 'appointment#@city', sk: 'central#registrar#k-iryna' });
});
