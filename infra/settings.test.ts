import { App } from 'aws-cdk-lib/core';
import { describe, expect, it } from 'vitest';
import { readSettings, readStage, SettingError } from './settings.ts';

const settings = (context: Record<string, unknown>, env: NodeJS.ProcessEnv = {}) =>
  readSettings(new App({ context }), 'account', env);

describe('what DevOps may set', () => {
  it('has a value for everything, offline too', () => {
    expect(settings({})).toMatchObject({ account: '111111111111', region: 'eu-central-1', budget: 500 });
    expect(settings({}, { CDK_DEFAULT_ACCOUNT: '' }).account).toBe('111111111111');
    expect(settings({ domain: 'poslugy.example.ua' }).sender).toBe('no-reply@poslugy.example.ua');
  });

  it('is refused by name where it cannot be meant', () => {
    expect(() => settings({ budget: 'much' })).toThrow(SettingError);
    expect(() => settings({ budget: 'much' })).toThrow(/budget/);
    expect(() => settings({ submitsADay: 0 })).toThrow(/submitsADay/);
    expect(() => readStage({ stage: 'test' }, {})).toThrow(/local or account/);
  });

  it('is for an account where the CDK runs the app, and for one machine where Node does', () => {
    expect(readStage({}, { CDK_CLI_VERSION: '2.1148.1' })).toBe('account');
    expect(readStage({}, {})).toBe('local');
    expect(readStage({}, { KLADKA_STAGE: 'account' })).toBe('account');
    expect(readStage({}, { CDK_CONTEXT_JSON: '{"stage":"local"}', CDK_CLI_VERSION: '2' })).toBe('local');
  });
});
