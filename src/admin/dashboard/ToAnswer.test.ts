import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { DashboardFacts, Line } from './dashboardFacts'
import { ToAnswer } from './ToAnswer'
import { dashboardWords } from './words'

const NOW = new Date('2026-11-25T12:00:00Z')

const lateLine: Line = {
  id: 1,
  reference: 'RSV-7K3M-9QXA',
  status: 'en_attente',
  kind: 'visite',
  startsAt: '2026-12-01T08:00:00Z',
  endsAt: '2026-12-01T08:30:00Z',
  respondBy: '2026-11-25T11:00:00Z',
  respondedAt: null,
  client: 'Awa Mabiala',
  property: 'Villa Mpila',
}

const shown = (waiting: DashboardFacts['waiting']) =>
  renderToStaticMarkup(
    createElement(ToAnswer, {
      waiting,
      agenda: [],
      stuck: [],
      shares: [],
      unreached: [],
      today: '2026-11-25',
      words: dashboardWords('fr'),
      locale: 'fr',
      now: NOW,
      agency: 'Kivu Habitat',
    }),
  )

test('late ones that fill the page do not say that nothing else waits', () => {
  const page = shown([{ ...lateLine, count: 30, late: 20 }])
  expect(page).toContain('À traiter (10)')
  expect(page).not.toContain('Aucune demande n’attend de réponse.')
})

test('where nothing waits the page says so', () =>
  expect(shown([])).toContain('Aucune demande n’attend de réponse.'))

test('where only late ones wait the page does not say that none does', () => {
  const page = shown([{ ...lateLine, count: 1, late: 1 }])
  expect(page).toContain('Aucune autre demande n’attend de réponse.')
  expect(page).not.toContain('Aucune demande n’attend de réponse.')
})
