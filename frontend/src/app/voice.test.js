import { expect, test } from 'vitest'
import { piecesOf } from './useVoice.js'

test('what a page says is read in sentences, what one does with it is not', () => {
  const main = document.createElement('main')
  main.innerHTML = `
    <h1>楼道灯坏了</h1>
    <nav><a href="/">首页</a></nav>
    <p>三楼<a href="/topics/1">整晚</a>不亮。请修！</p>
    <div><span class="badge">待受理</span><ul><li>张阿姨</li></ul></div>
    <button>关注</button><form><p>说说您的看法</p></form>`
  expect(piecesOf(main)).toEqual(['楼道灯坏了', '三楼整晚不亮。', '请修！', '待受理', '张阿姨'])
})
