import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const FEATURES = [
  'setup',
  'session',
  'browse',
  'requests',
  'downloads',
  'status',
  'people',
  'integrations',
  'palette',
  'reference',
  'audit',
  'inbox',
];

/** Who may not import what: files under `folder` must not reach what matches `regex`. */
const borders = [
  ...FEATURES.map((feature) => ({
    folder: `features/${feature}`,
    regex: `^@/(app|features/(?!${feature}(/|$)))|^(\\.\\./){2,}`,
    message:
      'Features do not know each other, nor the app. What two of them need is put together in app/.',
  })),
  {
    folder: 'components',
    regex: '^@/(features|app)/',
    message: 'Components serve everybody and know nobody.',
  },
  {
    folder: 'lib',
    regex: '^@/(features|app|components)/',
    message: 'lib draws nothing and knows nobody.',
  },
];

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'public', 'eslint.config.js', 'src/lib/api/generated']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  jsxA11y.flatConfigs.strict,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The router redirects by throwing what redirect() makes.
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', name: 'Redirect', package: '@tanstack/router-core' }] },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  ...borders.map(({ folder, regex, message }) => ({
    files: [`src/${folder}/**`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
  })),
  {
    files: ['scripts/**', 'e2e/**'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly' } },
  },
  {
    files: ['worker/**'],
    languageOptions: {
      globals: {
        self: 'readonly',
        caches: 'readonly',
        fetch: 'readonly',
        VERSION: 'readonly',
        FILES: 'readonly',
      },
    },
  },
  {
    files: ['src/**/*.test.{ts,tsx}', 'src/testing/**'],
    rules: { '@typescript-eslint/unbound-method': 'off' },
  },
);
