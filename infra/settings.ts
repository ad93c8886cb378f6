import type { App } from 'aws-cdk-lib/core';

/** What DevOps may set: `-c name=value`, the context of cdk.json, or (account and region) the CLI's environment. */
export interface Settings {
  /** `local`: working copies of definitions are released, and what only an account has is left out. */
  stage: 'local' | 'account';
  account: string;
  region: string;
  /** The portal's own name, e.g. `poslugy.example.ua`. Without one the address of CloudFront serves. */
  domain?: string;
  /** Route 53 zone of the domain; without one the certificate waits for a DNS record made by hand. */
  zone?: { id: string; name: string };
  issuerCitizen: string;
  clientCitizen: string;
  /** From address of mail; its domain is the SES identity. */
  sender: string;
  /** US dollars a month, after which the budget alarm rings. */
  budget: number;
  /** Mail address that alarms go to. */
  alarmsTo?: string;
  /** Requests a second for the whole API. */
  rate: number;
  burst: number;
  /** What one person may write in a minute (in each function that answers them), submit to one service in a day, and ask of registries while filling in its form. */
  writesAMinute: number;
  submitsADay: number;
  lookupsADay: number;
}

const NOWHERE = '111111111111';

/** A setting that cannot be used: says which, and what it may be. */
export class SettingError extends Error {
  readonly code = 'setting';
}

/**
 * The stage: said by `-c stage=…` or KLADKA_STAGE; else `account` where the CDK CLI runs the app, and `local` where
 * Node runs it by itself, as the local stack does. Throws SettingError on another word.
 */
export function readStage(
  context: Record<string, unknown>,
  env: NodeJS.ProcessEnv = process.env,
): Settings['stage'] {
  const fromCli = JSON.parse(env.CDK_CONTEXT_JSON ?? '{}') as Record<string, unknown>;
  const otherwise = env.CDK_CLI_VERSION === undefined ? 'local' : 'account';
  const stage = fromCli.stage ?? context.stage ?? env.KLADKA_STAGE ?? otherwise;
  if (stage === 'local' || stage === 'account') return stage;
  throw new SettingError(`Context «stage» is "${stage}": it may be local or account.`);
}

/**
 * Reads the settings from the context of the app. Throws SettingError on a value that cannot be meant.
 * Offline there is no account; a synthesis then is made for 111111111111 in eu-central-1.
 */
export function readSettings(
  app: App,
  stage: Settings['stage'],
  env: NodeJS.ProcessEnv = process.env,
): Settings {
  const text = (name: string): string | undefined => {
    const value: unknown = app.node.tryGetContext(name);
    return value === undefined || value === '' ? undefined : String(value);
  };
  const amount = (name: string, otherwise: number): number => {
    const value = Number(text(name) ?? otherwise);
    if (Number.isFinite(value) && value > 0) return value;
    throw new SettingError(`Context «${name}» is "${text(name)}": give a number above zero.`);
  };
  const domain = text('domain');
  const zoneId = text('zoneId');
  const alarmsTo = text('alarmsTo');
  return {
    stage,
    account: env.CDK_DEFAULT_ACCOUNT || NOWHERE,
    region: text('region') ?? 'eu-central-1',
    ...(domain ? { domain } : {}),
    ...(zoneId ? { zone: { id: zoneId, name: text('zoneName') ?? domain ?? '' } } : {}),
    issuerCitizen: text('issuerCitizen') ?? 'https://id.gov.ua',
    clientCitizen: text('clientCitizen') ?? 'kladka',
    sender: text('sender') ?? `no-reply@${domain ?? 'kladka.example'}`,
    budget: amount('budget', 500),
    ...(alarmsTo ? { alarmsTo } : {}),
    rate: amount('rate', 5_000),
    burst: amount('burst', 10_000),
    writesAMinute: amount('writesAMinute', 120),
    submitsADay: amount('submitsADay', 50),
    lookupsADay: amount('lookupsADay', 200),
  };
}
