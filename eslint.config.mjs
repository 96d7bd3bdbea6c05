import next from 'eslint-config-next/core-web-vitals'
import nextTypescript from 'eslint-config-next/typescript'

/** One layer = one entry: these files may import nothing that matches `never`. */
const layer = (files, never, message, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', ...ignores],
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: `^(\\.\\./|${never})`, message }] }],
  },
})
const up = (...folders) => `@/(${folders.join('|')})(/|$)|@payload-config`
const PAYLOAD = 'payload($|/)|@payloadcms/|@payload-config'
const REACT = 'next($|/)|react($|/)|react-dom'
const OPERATION = '/^(find|findByID|findVersions|count|create|update|delete|updateGlobal|queue)$/'

export default [
  {
    ignores: [
      '.next/',
      '.data/',
      'migrations/',
      'src/payload-types.ts',
      'src/app/(payload)/',
      'next-env.d.ts',
      '*.config.*',
      '!payload.config.ts',
    ],
  },
  ...next,
  ...nextTypescript,
  {
    files: ['src/**/*.{ts,tsx}', 'payload.config.ts'],
    ignores: ['src/env.ts', 'src/tests/**'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A rest that leaves some fields out names them.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read settings from "@/env".' },
      ],
    },
  },
  {
    // These hand the whole environment on to a process they start, or set it for this one.
    files: [
      'src/scripts/{process,settings,openPayload,start,postgresServer}.ts',
      'src/scripts/upgradeScript.test.ts',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },

  layer(
    ['src/domain/**'],
    '(?!\\.\\./)(?!@/domain/|\\./|zod$|libphonenumber-js(?:/mobile(?:/examples)?)?$|csv-parse/sync$|ical\\.js$)',
    'domain/ is pure: it imports only domain/ and pure libraries.',
  ),
  layer(
    ['src/access.ts', 'src/database.ts', 'src/{hooks,messaging,worker,backup}/**'],
    `${up('app', 'portal', 'components', 'collections', 'admin')}|${REACT}`,
    'This layer looks down to domain/, never up.',
  ),
  layer(
    ['src/collections/**'],
    `${up('app', 'portal', 'components', 'worker', 'admin')}|${REACT}`,
    'Collections declare data; they do not know who displays it.',
  ),
  layer(
    ['src/desk/**'],
    `${up('app', 'components', 'collections', 'worker', 'admin')}|${REACT}|@/portal/payload`,
    'The desk acts inside the request of whoever asks, and does not know who displays it.',
  ),
  layer(
    ['src/portal/**'],
    '@/(app|components|collections|hooks|worker|admin)(/|$)',
    'The portal writes through the Local API, so every hook runs.',
  ),
  layer(
    ['src/app/(portal)/**'],
    `@/(collections|hooks|messaging|worker|admin)(/|$)|${PAYLOAD}`,
    'Pages call portal/ and render.',
  ),
  layer(
    ['src/components/**'],
    `@/(collections|hooks|messaging|worker|backup|portal|app|admin)(/|$)|@payload-config`,
    'Components receive data as props.',
  ),

  {
    files: ['src/domain/**'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take the clock as an argument: now: Date.',
        },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Take the clock as an argument: now: Date.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'Take randomness as an argument.',
        },
      ],
    },
  },
  {
    files: ['src/{hooks,messaging,worker,desk}/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression[callee.object.property.name=/^(payload|jobs|db)$/][callee.property.name=${OPERATION}] > ObjectExpression:not(:has(> Property[key.name='req']))`,
          message: 'Pass req: without it the write leaves the transaction.',
        },
      ],
    },
  },
  {
    files: ['src/portal/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `CallExpression[callee.object.name='payload'][callee.property.name=${OPERATION}] > ObjectExpression:not(:has(> Property[key.name='overrideAccess']))`,
          message: 'State overrideAccess: the Local API skips access control by default.',
        },
      ],
    },
  },
  {
    files: ['src/{admin,components,app}/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "JSXOpeningElement[name.name='form']:not(:has(> JSXAttribute[name.name='method']))",
          message:
            'State the method: sent before its script runs, a form puts all into the address.',
        },
      ],
    },
  },
]
