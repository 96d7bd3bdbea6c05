import { describe, expect, it } from 'vitest'
import { fromNotation } from '@/domain/templateNotation'
import { sampleFacts } from '@/domain/variables'
import { BUILT_IN } from './builtIn/texts'
import { chooseAndRender } from './chooseAndRender'

const base = {
  builtIn: BUILT_IN.lien_acces.fr,
  key: 'lien_acces' as const,
  locale: 'fr' as const,
  facts: sampleFacts('fr'),
}
const written = (body: string) => ({ subject: fromNotation('Le vôtre'), body: fromNotation(body) })

describe('the text of a message', () => {
  it('is the published one', () => {
    const stored = written('[lien_acces]\n\n[expire_le] [contact_email]')
    expect(chooseAndRender({ ...base, stored })).toMatchObject({
      subject: 'Le vôtre',
      builtIn: false,
      fault: null,
    })
  })

  it('is the built-in one when none is published, and says so', () => {
    expect(chooseAndRender({ ...base, stored: null })).toMatchObject({
      subject: 'Votre lien vers vos réservations',
      builtIn: true,
      fault: 'Aucun texte publié : le texte intégré a servi.',
    })
  })

  it('is the built-in one when the published one is broken, and says why', () => {
    expect(chooseAndRender({ ...base, stored: written('[lien_acces]') })).toMatchObject({
      subject: 'Votre lien vers vos réservations',
      builtIn: true,
      fault: 'Il manque la variable obligatoire « Fin de validité ».',
    })
  })

  it('is never a message with a hole: a forgotten fact is thrown', () => {
    const facts = { ...base.facts, lien_acces: null }
    expect(() => chooseAndRender({ ...base, facts, stored: null })).toThrow('lien_acces/fr')
  })
})
