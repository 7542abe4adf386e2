import { render } from '@testing-library/vue'
import { expect, test } from 'vitest'
import Markdown from './Markdown.vue'
import { blocks } from './markdown.js'

const kinds = (/** @type {string} */ text) => blocks(text).map(({ kind }) => kind)

test('headings, paragraphs and lists are told apart', () => {
  expect(
    kinds('# 召集\n\n来吧。\n一起。\n\n- 修灯\n- 种树\n\n1. 报名\n2. 审核\n\n### 小字'),
  ).toEqual(['h2', 'p', 'ul', 'ol', 'h3'])
  expect(blocks('- 修灯\n- 种树')[0]?.lines).toHaveLength(2)
})

test('a link leads by https, and nowhere else', () => {
  expect(blocks('看[这里](https://example.cn/a)。')[0]?.lines[0]).toEqual([
    { text: '看' },
    { text: '这里', to: 'https://example.cn/a' },
    { text: '。' },
  ])
  expect(blocks('[坏](javascript:alert(1))')[0]?.lines[0]).toEqual([
    { text: '[坏](javascript:alert(1))' },
  ])
})

test('markup stays text', () => {
  const { container } = render(Markdown, {
    props: { text: '<b>粗</b> **真粗** <img src=x onerror=a>' },
  })
  expect(container.querySelector('b, img')).toBeNull()
  expect(container.querySelector('strong')?.textContent).toBe('真粗')
  expect(container.textContent).toContain('<b>粗</b>')
})
