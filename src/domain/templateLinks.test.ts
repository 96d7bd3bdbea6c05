import { describe, expect, it } from 'vitest'
import { fillTemplate, renderTemplate } from './template'
import { fromNotation } from './templateNotation'
import { sampleFacts, type Facts } from './variables'

const NOTHING_LEFT = 'Rien ne reste du message sans les variables facultatives.'
const TARGET = { key: 'annulation', locale: 'fr' } as const
const REQUIRED = '[reference] [bien] [quand] [contact_email] [lien_suivi]'

const words = (text: string, format = 0) => ({ type: 'text', text, format })
const chip = (blockType: string) => ({ type: 'inlineBlock', fields: { blockType } })
const link = (url: string, ...children: unknown[]) => ({ type: 'link', fields: { url }, children })
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const state = (...children: unknown[]) => ({ root: { children } })

/** The body alone, of a text that is still being written. */
function filled(body: unknown, facts: Facts = {}, locale: 'fr' | 'en' = 'fr') {
  const message = fillTemplate(
    { subject: fromNotation('Objet'), body: typeof body === 'string' ? fromNotation(body) : body },
    facts,
    { ...TARGET, locale },
  )
  if (!message.ok) throw new Error(message.fault)
  return message
}

describe('a variable of several links', () => {
  const alternatives = [
    'mardi à 9 h https://agence.example/1',
    'mercredi https://agence.example/2',
    'jeudi, sans adresse',
    'https://agence.example/4',
    'vendredi javascript:alert(1)',
  ].join('\n')

  it('is a line each, named by its words', () => {
    expect(filled('Libres : [alternatives] !', { alternatives }).text).toBe(
      'Libres : mardi à 9 h : https://agence.example/1\n' +
        'mercredi : https://agence.example/2\n' +
        'jeudi, sans adresse\n' +
        'https://agence.example/4\n' +
        'vendredi javascript:alert(1) !',
    )
    expect(filled('[alternatives]', { alternatives }, 'en').text).toContain(
      'mercredi: https://agence.example/2',
    )
  })

  it('is a link each in HTML, in the style of the words around', () => {
    const { html } = filled('**Libres [alternatives]**', { alternatives })
    const strong = (text: string) => `<strong>${text}</strong>`
    const anchor = (at: number, text: string) =>
      `<a href="https://agence.example/${at}" class="lien" style="color:#0b5d5b">${strong(text)}</a>`
    expect(html).toBe(
      `<p style="margin:0 0 16px">${strong('Libres ')}${anchor(1, 'mardi à 9 h')}${strong('<br>')}` +
        `${anchor(2, 'mercredi')}${strong('<br>')}${strong('jeudi, sans adresse')}${strong('<br>')}` +
        `${strong('https://agence.example/4')}${strong('<br>')}` +
        `${strong('vendredi javascript:alert(1)')}</p>`,
    )
  })

  it('takes its line along where there are none', () => {
    expect(filled('Un\n\nLibres : [alternatives]', { alternatives: null }).text).toBe('Un')
  })
})

describe('a written link', () => {
  it('may hold a variable, which must have a value', () => {
    const body = state(paragraph(link('https://a.io', words('voir '), chip('bien'))))
    expect(filled(body, { bien: 'Villa' }).text).toBe('voir Villa (https://a.io/)')
    expect(fillTemplate({ subject: fromNotation('Objet'), body }, {}, TARGET)).toEqual({
      ok: false,
      fault: '« Bien » n’a pas de valeur utilisable.',
    })
  })

  it('leads somewhere when any of its words is seen', () => {
    const shown = state(paragraph(link('https://a.io', words(' ', 1), words('ici'))))
    expect(filled(shown).html).toContain('<a href="https://a.io/"')
    const blank = state(paragraph(words('a'), link('https://a.io', words(' '))))
    expect(filled(blank).html).not.toContain('<a ')
  })
})

describe('a subject', () => {
  const subjectOf = (subject: unknown, facts: Facts = {}) =>
    fillTemplate({ subject, body: fromNotation('Corps') }, facts, TARGET)

  it('is one line without double spaces, of all its paragraphs', () => {
    const subject = state(paragraph(words('  Demande \t ')), paragraph(chip('bien'), words(' ')))
    expect(subjectOf(subject, { bien: 'Villa' })).toMatchObject({ subject: 'Demande Villa' })
  })

  it('has values of 80 characters at most', () => {
    const subject = fromNotation('[bien]')
    const long = 'x'.repeat(80)
    expect(subjectOf(subject, { bien: long })).toMatchObject({ subject: long })
    expect(subjectOf(subject, { bien: `${long}x` })).toMatchObject({
      subject: `${'x'.repeat(79)}…`,
    })
  })

  it('must have something left, and lists do not stand in one', () => {
    for (const subject of [null, fromNotation('[note_client]'), fromNotation('- liste')])
      expect(subjectOf(subject)).toEqual({ ok: false, fault: NOTHING_LEFT })
  })
})

describe('blank lines', () => {
  it('are left out, a line with a blank piece is not', () => {
    const body = state(
      paragraph(words('un')),
      paragraph(words(' '), words('\n', 1)),
      paragraph(),
      paragraph(words(' '), words('deux')),
    )
    expect(filled(body).text).toBe('un\n\ndeux')
  })

  it('leave nothing of a message that has no others', () => {
    const blank = { subject: fromNotation('Objet'), body: state(paragraph(words(' '))) }
    expect(fillTemplate(blank, {}, TARGET)).toEqual({ ok: false, fault: NOTHING_LEFT })
  })
})

it('a text that is used is judged, one that is being written is only filled', () => {
  const source = { subject: fromNotation('Objet'), body: fromNotation('Bonjour') }
  expect(renderTemplate(source, sampleFacts('fr'), TARGET)).toEqual({
    ok: false,
    fault: 'Il manque la variable obligatoire « Référence ».',
  })
  expect(filled('Bonjour').text).toBe('Bonjour')
  const whole = { subject: fromNotation('Objet'), body: fromNotation(REQUIRED) }
  expect(renderTemplate(whole, sampleFacts('fr'), TARGET).ok).toBe(true)
  expect(renderTemplate(whole, sampleFacts('fr'), { ...TARGET, key: 'confirmation' }).ok).toBe(
    false,
  )
})
