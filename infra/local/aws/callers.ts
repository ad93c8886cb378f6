import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type Asked, allows, judgeable } from '../iam/decide.ts';
import { roleName, rolePolicies, type Statement } from '../iam/policies.ts';
import { ACCOUNT, nameOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';
import { AwsError } from './error.ts';

/** A function as its calls show it: who it is and what its role allows. */
export type Caller = { name: string; role: string; statements: Statement[] };

/** Credentials as a function finds them in its environment. */
export type Credentials = { accessKey: string; secret: string };

/** Who may call: one access key a function, so that every call is known to come from it. */
export class Callers {
  readonly #salt: string;
  readonly #callers = new Map<string, Caller>();
  readonly #secrets = new Map<string, string>();

  constructor(saltFile: string) {
    if (!existsSync(saltFile)) writeFileSync(saltFile, randomBytes(32).toString('hex'), { mode: 0o600 });
    this.#salt = readFileSync(saltFile, 'utf8');
  }

  /** Reads the roles of all functions anew. Throws ConditionError for a policy that cannot be judged. */
  declare(world: World): void {
    const policies = rolePolicies(world);
    for (const fn of world.all('AWS::Lambda::Function')) {
      const name = nameOf(fn);
      const role = roleName(fn.properties.Role);
      const statements = policies.get(role) ?? [];
      judgeable(statements);
      const { accessKey, secret } = this.credentials(name);
      this.#callers.set(accessKey, { name, role, statements });
      this.#secrets.set(accessKey, secret);
    }
  }

  /** The credentials of a function, the same on every start, so that presigned URLs outlive one. */
  credentials(name: string): Credentials {
    const mac = (what: string) => createHmac('sha256', this.#salt).update(`${what}:${name}`).digest();
    const letters = mac('key').toString('hex').toUpperCase().slice(0, 16);
    return { accessKey: `ASIA${letters}`, secret: mac('secret').toString('base64').slice(0, 40) };
  }

  secretOf = (accessKey: string): string | undefined => this.#secrets.get(accessKey);

  caller(accessKey: string): Caller {
    const caller = this.#callers.get(accessKey);
    if (!caller) throw new AwsError(403, 'UnrecognizedClientException', 'The access key is unknown.');
    return caller;
  }

  /** Throws AccessDeniedException in AWS's words where the caller's role does not allow it. */
  demand(caller: Caller, asked: Asked[], refused: (line: string) => void): void {
    for (const one of asked) {
      if (allows(caller.statements, one)) continue;
      const leading = one.keys['dynamodb:LeadingKeys'];
      // a key may name a person: a reader of the log learns its kind only
      const kinds = leading?.map((key) => key.split('#').slice(0, 2).join('#')).join(', ');
      refused(`${caller.name} may not ${one.action} on ${one.resource}${kinds ? ` (${kinds}…)` : ''}`);
      throw new AwsError(
        400,
        'AccessDeniedException',
        `User: arn:aws:sts::${ACCOUNT}:assumed-role/${caller.role}/${caller.name} is not authorized to perform: ` +
          `${one.action} on resource: ${one.resource} because no identity-based policy allows the ${one.action} action`,
      );
    }
  }
}
