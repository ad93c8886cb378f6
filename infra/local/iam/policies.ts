import { isObject, type Json, type JsonObject, list, object, text, texts } from '../template/json.ts';
import { nameOf } from '../template/physical.ts';
import type { World } from '../template/world.ts';

/** One statement of a role's policies, its condition as the template has it. */
export type Statement = {
  effect: 'Allow' | 'Deny';
  actions: string[];
  notActions: string[];
  resources: string[];
  condition: JsonObject;
};

const statementOf = (raw: Json): Statement => {
  const { Effect, Action, NotAction, Resource, Condition } = object(raw);
  return {
    effect: Effect === 'Deny' ? 'Deny' : 'Allow',
    actions: texts(Action),
    notActions: texts(NotAction),
    resources: texts(Resource),
    condition: object(Condition),
  };
};

export const statementsOf = (document: Json | undefined): Statement[] =>
  list(object(document).Statement).map(statementOf);

/** The statements of every role of the stacks, by role name. AWS's own managed policies only grant logs and traces, which nothing here asks. */
export function rolePolicies(world: World): Map<string, Statement[]> {
  const roles = new Map<string, Statement[]>();
  const add = (role: string, document: Json | undefined): void => {
    roles.set(role, [...(roles.get(role) ?? []), ...statementsOf(document)]);
  };
  for (const role of world.all('AWS::IAM::Role')) {
    add(nameOf(role), undefined);
    for (const policy of list(role.properties.Policies)) add(nameOf(role), object(policy).PolicyDocument);
  }
  const managed = new Map<string, Json | undefined>();
  for (const policy of world.all('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy')) {
    managed.set(nameOf(policy), policy.properties.PolicyDocument);
    for (const role of texts(policy.properties.Roles)) add(role, policy.properties.PolicyDocument);
  }
  for (const role of world.all('AWS::IAM::Role'))
    for (const arn of texts(role.properties.ManagedPolicyArns)) {
      const document = managed.get(arn) ?? managed.get(arn.split('/').at(-1) ?? '');
      if (isObject(document)) add(nameOf(role), document);
    }
  return roles;
}

/** The role that a function runs with: its name, from the ARN that the template gives. */
export const roleName = (arn: Json | undefined): string => text(arn).split('/').at(-1) ?? '';
