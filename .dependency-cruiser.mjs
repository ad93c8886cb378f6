// The walls of docs/design.md, section 3: who may import whom. test/walls.test.ts proves that each one bites.

/** A rule that forbids what stands in `from` to import what stands in `to`. */
const wall = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

const rooms = ['core', 'functions', 'infra', 'form-designer', 'portal', 'cli'];

/** Inside core: each room and the rooms of core that it may import. */
const core = {
  definition: ['expression', 'reference'],
  expression: [],
  reference: [],
  form: ['definition', 'expression', 'reference'],
  flow: ['definition', 'expression', 'reference'],
  document: ['definition', 'expression', 'reference'],
  case: ['flow', 'form', 'document', 'definition', 'expression', 'reference'],
  api: ['case', 'definition', 'form', 'flow'],
  import: ['definition', 'form', 'flow', 'expression', 'reference'],
};

/** What each room may import of ours, beside itself. */
const allowed = {
  core: [],
  functions: ['core'],
  infra: ['core'],
  portal: ['core'],
  'form-designer': ['core', 'portal/theme', 'portal/shell'],
  cli: ['core'],
};

export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^(core|functions|infra|portal|form-designer|cli)/' },
      to: { circular: true },
    },
    ...Object.entries(allowed).map(([room, may]) =>
      wall(
        `${room}-imports-only-${['itself', ...may].join('-and-').replaceAll('/', '-')}`,
        'docs/design.md section 3',
        `^${room}/`,
        `^(${[...rooms, 'test']
          .filter((other) => other !== room && !may.includes(other))
          .map((other) => {
            const open = may.filter((m) => m.startsWith(`${other}/`)).map((m) => m.slice(other.length + 1));
            return open.length > 0 ? `${other}/(?!(${open.join('|')})/)` : `${other}/`;
          })
          .join('|')})`,
      ),
    ),
    ...Object.entries(core).map(([room, may]) =>
      wall(
        `core-${room}-stays-in-its-place`,
        'case → flow, form, document → definition, expression, reference; no circles',
        `^core/${room}/`,
        `^core/(?!(${[room, ...may].join('|')})/)`,
      ),
    ),
    {
      name: 'core-is-pure',
      severity: 'error',
      comment: 'no I/O, no AWS, no React',
      from: { path: '^core/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    wall(
      'core-has-no-aws-and-no-react',
      'the same code in browser, Lambda and test',
      '^core/',
      'node_modules/(@aws-sdk|@smithy|react|react-dom|preact|aws-cdk-lib|@middy|@rjsf)/',
    ),
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: '^(portal|form-designer)/', pathNot: '\\.test(ing)?\\.tsx?$|/build\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    wall(
      'no-aws-in-the-browser',
      'a browser bundle holds no AWS SDK',
      '^(portal|form-designer)/',
      'node_modules/(@aws-sdk|@smithy|aws-cdk-lib|@middy)/',
    ),
    wall(
      'no-react-in-lambda',
      'a Lambda bundle holds no React',
      '^(functions|infra)/',
      'node_modules/(react|react-dom|preact|@rjsf)/',
    ),
    wall(
      'local-reads-what-was-synthesized',
      'infra/local imports neither the stacks nor the functions',
      '^infra/local/',
      '^infra/(?!local/|toolchain/)',
    ),
    wall(
      'stacks-do-not-know-the-laptop',
      'what is deployed does not import infra/local',
      '^infra/(?!local/)',
      '^infra/local/',
    ),
    {
      name: 'connectors-do-not-know-each-other',
      severity: 'error',
      from: { path: '^functions/connectors/([^/]+)/' },
      to: { path: '^functions/connectors/[^/]+/', pathNot: '^functions/connectors/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cdk\\.out|coverage)/|^infra/toolchain/' },
    // TypeScript 7 has no compiler API yet; swc reads the sources instead
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
