import path from 'node:path'
import { defineConfig, type OxlintOverride } from 'oxlint'
import { boundaries, type Forbidden } from './boundaries.ts'

const restrictImports = (patterns: Forbidden[]): Pick<OxlintOverride, 'rules'> => ({
  rules: { 'no-restricted-imports': ['error', { patterns }] },
})

/** The rules of the whole repository, and the import table of the architecture as one override per folder. */
export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'promise', 'vitest', 'jsx-a11y'],
  jsPlugins: [path.join(import.meta.dirname, 'bound-sql.ts')],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['out/**', 'test/bench/out/**'],
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': 'error',
    'typescript/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
    'unicorn/no-abusive-eslint-disable': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'no-empty': 'error',
    'no-console': 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    eqeqeq: 'error',
    'max-lines': ['error', { max: 400 }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/extensions': ['error', 'ignorePackages'],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'fc.assert'] }],
    // The compiler sees a forgotten return; a narrowing assertion is how checked data gets its type.
    'typescript/consistent-return': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    // Node 18 has neither toSorted nor toReversed.
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'import/no-named-as-default-member': 'off',
    'unicorn/no-array-reverse': 'off',
    // A grid whose rows are drawn as they come into view can not be a <table>; its keys are handled once, on the grid.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/click-events-have-key-events': 'off',
    'jsx-a11y/no-noninteractive-element-interactions': 'off',
    'jsx-a11y/no-static-element-interactions': 'off',
    // A program of forms puts the cursor where the next keystroke belongs.
    'jsx-a11y/no-autofocus': 'off',
    // The React compiler is not used, so what it can not compile is no fault.
    'react/incompatible-library': 'off',
    // The new JSX transform needs no React in scope.
    'react/react-in-jsx-scope': 'off',
    // Style sheets and set-up files are imported for what they do.
    'import/no-unassigned-import': 'off',
  },
  overrides: [
    ...boundaries.map(({ files, forbidden }) => ({
      files,
      ...restrictImports(forbidden),
    })),
    { files: ['electron/backend/**'], rules: { 'kehu/bound-sql': 'error' } },
    {
      // Catalogues, texts and fixtures are data.
      files: ['shared/catalogue/**', 'shared/text/**', 'test/fixtures/**'],
      rules: { 'max-lines': 'off' },
    },
    {
      // These files are read by tools that ask for a default export.
      files: ['**/*.config.ts', 'test/lint/{oxlint,bound-sql}.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      // Processes and worker threads are sent to here, which have no origin.
      files: ['electron/**'],
      rules: { 'unicorn/require-post-message-target-origin': 'off' },
    },
    {
      // Playwright's fixtures hand themselves on through a function called use, which is no hook.
      files: ['test/e2e/**'],
      rules: { 'react/rules-of-hooks': 'off' },
    },
    {
      // It configures the build of the page and is no part of it.
      files: ['renderer/vite.config.ts'],
      rules: { 'no-restricted-imports': 'off' },
    },
  ],
})
