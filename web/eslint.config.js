// What the linter holds us to: the rule of folders, hooks, accessible markup.
import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const domains = ['access', 'people', 'skills', 'assessments', 'insights', 'imports', 'jobs'];

// A domain knows ui/ and api/ only, and the server's texts; app/ composes the domains.
const only = (folder, allowed) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [{
        regex: `^\\.\\./(?!(${[...allowed, '\\.\\./\\.\\./texts'].join('|')})/)`,
        message: `${folder}/ may import ${allowed.length ? allowed.join('/, ') + '/' : 'nothing of ours'} besides itself.`,
      }, {
        regex: '(^|/)index(\\.tsx?)?$',
        message: 'No barrel files: import the file that has it.',
      }],
    }],
  },
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts', 'public'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'jsx-a11y/no-autofocus': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'no-restricted-syntax': ['error', {
        selector: 'CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression[body.type!="BlockStatement"]',
        message: 'An effect has a body: React takes what it returns for the function that ends it, and scrollIntoView() returns a promise in newer browsers.',
      }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['scripts/**/*.mjs', '*.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  only('api', []),
  only('ui', ['api']),
  ...domains.map((domain) => only(domain, ['ui', 'api'])),
);
