import type { DefaultServerCellComponentProps } from 'payload'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { MomentCell } from './MomentCell'

const shown = (props: { cellData: unknown; link?: boolean; language?: string }) => {
  const { cellData, link = false, language = 'fr' } = props
  const given = { collectionSlug: 'messages', rowData: { id: 7 }, i18n: { language } }
  return renderToStaticMarkup(
    // as: what the cell reads of the panel's props.
    createElement(MomentCell, {
      ...given,
      cellData,
      link,
    } as unknown as DefaultServerCellComponentProps),
  )
}

test.each([
  ['fr', '<span>27/11/2026, 0 h 25</span>'],
  ['en', '<span>27/11/2026, 12:25 am</span>'],
])('an instant stands in the clock of Brazzaville (%s)', (language, html) => {
  const plain = shown({ cellData: '2026-11-26T23:25:00.000Z', language }).replaceAll('\u00a0', ' ')
  expect(plain).toBe(html)
})

test.each([null, undefined, ''])('a moment that never came (%s) is a dash', (cellData) => {
  expect(shown({ cellData })).toBe('<span>–</span>')
})

test('in the first column it opens the row', () => {
  expect(shown({ cellData: '2026-11-26T07:25:00.000Z', link: true })).toMatch(
    /^<a href="\/admin\/collections\/messages\/7">26\/11\/2026, /,
  )
})
