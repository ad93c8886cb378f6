/** What a platform function is beside its rights: routes of the HTTP API, memory, time. */
export interface PlatformFunction {
  name: string;
  /** Route keys under /api. */
  routes: string[];
  /** Called by the clock: an expression of EventBridge Scheduler. */
  every?: string;
  /** How many failures in a minute ring, where it is not five. */
  failures?: number;
  memory?: number;
  /** Seconds. */
  timeout?: number;
}

/** The platform's functions (docs/design.md, section 7); each has its handler in functions/handlers. */
export const platformFunctions: readonly PlatformFunction[] = [
  {
    name: 'session',
    routes: ['ANY /api/session', 'ANY /api/session/{proxy+}', 'GET /api/.well-known/{proxy+}'],
  },
  {
    name: 'catalogue',
    routes: [
      'GET /api/services',
      'GET /api/services/{service}',
      'GET /api/services/{service}/collections',
      'GET /api/news/{place}',
      'GET /api/applications',
      'GET /api/status/{reference}',
      'GET /api/territories',
      'GET /api/territories/{proxy+}',
    ],
  },
  {
    name: 'workspace',
    routes: [
      'GET /api/me',
      'GET /api/tasks',
      'GET /api/cases',
      'GET /api/counts',
      'GET /api/agencies',
      'ANY /api/appointments',
      'ANY /api/appointments/{proxy+}',
      'ANY /api/effects',
      'ANY /api/effects/{proxy+}',
    ],
  },
  {
    name: 'definitions',
    routes: ['ANY /api/definitions', 'ANY /api/definitions/{proxy+}'],
    memory: 1024,
    timeout: 29,
  },
  { name: 'verify', routes: ['GET /api/verify/{document}', 'POST /api/verify/{document}'] },
  { name: 'callbacks', routes: ['POST /api/callbacks/{connector}'] },
  { name: 'dispatch', routes: [], timeout: 30 },
  { name: 'timers', routes: [], every: 'rate(1 minute)', timeout: 55 },
  { name: 'roots', routes: [], every: 'rate(1 hour)', failures: 1, memory: 1024, timeout: 900 },
  { name: 'scan', routes: [], memory: 1024, timeout: 60 },
  { name: 'release', routes: [], memory: 1024, timeout: 300 },
];
