import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'

const features = ['search', 'topics', 'projects', 'partners', 'people', 'notifications', 'audit']

/** @param {string[]} folders @param {string} message */
const forbid = (folders, message) => ({
  'no-restricted-imports': [
    'error',
    { patterns: [{ regex: `^(@|\\.\\.)/(${folders.join('|')})(/|$)`, message }] },
  ],
})

export default [
  { ignores: ['dist/', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...a11y.configs['flat/recommended'],
  prettier,
  {
    files: ['**/*.{js,vue}'],
    languageOptions: { globals: globals.browser },
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
      'vue/block-lang': 'off',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/enforce-style-attribute': ['error', { allow: ['scoped'] }],
      'vue/multi-word-component-names': 'off',
      // What is handed down to be filled in (filters, a draft) may be; what a prop is may not be exchanged.
      'vue/no-mutating-props': ['error', { shallowOnly: true }],
      'vue/no-static-inline-styles': ['error', { allowBinding: false }],
      'vue/no-v-html': 'error',
      'vue/require-default-prop': 'off',
      // Our fields bring their label along; the browser tests look at the result with axe.
      'vuejs-accessibility/form-control-has-label': 'off',
      'vuejs-accessibility/heading-has-content': ['error', { accessibleChildren: ['Marked'] }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['src/ui/**', 'src/api/**'],
    rules: forbid([...features, 'pages', 'app'], 'The kit and the client know no feature.'),
  },
  ...features.map((feature) => ({
    files: [`src/${feature}/**`],
    rules: forbid(
      [...features.filter((other) => other !== feature), 'pages', 'app'],
      'A feature imports no other; what joins features is a page.',
    ),
  })),
  { files: ['scripts/**', 'e2e/**', '*.config.js'], languageOptions: { globals: globals.node } },
  { files: ['scripts/**', 'e2e/**'], rules: { 'no-console': 'off' } },
]
