import type { Settings } from './settings.ts';

/** What every function and stack knows of the platform: names and ARNs, whether made here or read from SSM. */
export interface Platform {
  cases: string;
  registries: string;
  platform: string;
  files: string;
  bundles: string;
  /** Known to the platform alone. */
  roots?: string;
  dataKey: string;
  personKey: string;
  tokenKey: string;
  sealKey: string;
  api: string;
  /** Prefix of queue URLs. */
  queues: string;
  origin: string;
  alarms: string;
  release: string;
  /** The only From address of mail. */
  sender: string;
}

/** The environment that all functions share (docs/rooms.md). */
export const environmentOf = (
  platform: Platform,
  settings: Pick<Settings, 'stage' | 'writesAMinute' | 'submitsADay' | 'lookupsADay'>,
): Record<string, string> => ({
  KLADKA_CASES: platform.cases,
  KLADKA_PLATFORM: platform.platform,
  KLADKA_REGISTRIES: platform.registries,
  KLADKA_FILES: platform.files,
  KLADKA_BUNDLES: platform.bundles,
  KLADKA_QUEUES: platform.queues,
  KLADKA_TOKEN_KEY: platform.tokenKey,
  KLADKA_SEAL_KEY: platform.sealKey,
  KLADKA_PERSON_KEY: platform.personKey,
  KLADKA_ORIGIN: platform.origin,
  KLADKA_STAGE: settings.stage,
  KLADKA_WRITES_A_MINUTE: String(settings.writesAMinute),
  KLADKA_SUBMITS_A_DAY: String(settings.submitsADay),
  KLADKA_LOOKUPS_A_DAY: String(settings.lookupsADay),
});
