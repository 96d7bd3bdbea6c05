import { describe, expect, it } from 'vitest'
import { BUILT_IN } from '@/messaging/builtIn/texts'
import { TEMPLATE_KEYS, type TemplateKey } from './notifications'
import { LOCALES } from './status'
import { renderTemplate } from './template'
import { readersOf, sampleOf, SAMPLES, samplesOf } from './templateSamples'

describe('the made-up requests', () => {
  it('know who reads which message', () => {
    expect(readersOf('accuse_reception')).toEqual(['client'])
    expect(readersOf('nouvelle_demande')).toEqual(['equipe'])
    expect(readersOf('escalade')).toEqual(['equipe'])
    expect(readersOf('expiration')).toEqual(['client', 'equipe'])
    expect(readersOf('nouveau_message')).toEqual(['client', 'equipe'])
    expect(readersOf('lien_acces')).toEqual(['client'])
  })

  it('bring a name of 80 letters', () => {
    const facts = sampleOf('nom_long', { key: 'confirmation', locale: 'fr', reader: 'client' })
    expect(facts.client_nom).toHaveLength(80)
  })

  it('leave out what was asked to be left out', () => {
    const client = { key: 'accuse_reception', locale: 'fr', reader: 'client' } as const
    expect(sampleOf('sans_whatsapp', client).lien_whatsapp).toBeNull()
    expect(sampleOf('sans_email', client).client_email).toBeNull()
    expect(sampleOf('minimum', client)).not.toHaveProperty('note_client')
    expect(sampleOf('minimum', client)).not.toHaveProperty('contact_telephone')
    expect(sampleOf('minimum', client)).toHaveProperty('lien_suivi')
    expect(sampleOf('sejour', client).quand).toContain('4 nuits')
  })

  it('are a stay, or a late answer, in the words of each language', () => {
    const told = (sample: 'sejour' | 'retard', locale: 'fr' | 'en') => {
      const facts = sampleOf(sample, { key: 'annulation', locale, reader: 'client' })
      const { type_demande, quand, alternatives, echeance, expire_le } = facts
      return sample === 'sejour' ? [type_demande, quand, alternatives] : [echeance, expire_le]
    }
    expect(told('sejour', 'fr')).toEqual([
      'Séjour',
      'du mardi 1er décembre au samedi 5 décembre 2026 (4 nuits)',
      'du mardi 8 décembre au samedi 12 décembre 2026 (4 nuits)',
    ])
    expect(told('sejour', 'en')).toEqual([
      'Stay',
      'from Tuesday 1 December to Saturday 5 December 2026 (4 nights)',
      'from Tuesday 8 December to Saturday 12 December 2026 (4 nights)',
    ])
    expect(told('retard', 'fr')).toEqual(['lundi 23 novembre à 16 h 30', '18 h 00'])
    expect(told('retard', 'en')).toEqual(['Monday 23 November at 4:30 pm', '6:00 pm'])
  })

  it('have the status that the event gave them', () => {
    const told = (key: TemplateKey) =>
      sampleOf('ordinaire', { key, locale: 'fr', reader: 'client' }).statut
    expect(told('accuse_reception')).toBe('En attente')
    expect(told('confirmation')).toBe('Confirmée')
    expect(told('annulation')).toBe('Annulée par l’agence')
    expect(told('expiration')).toBe('Annulée (expirée sans réponse)')
  })

  it('are of every kind that can be asked for', () => {
    const kindOf = (sample: (typeof SAMPLES)[number], locale: 'fr' | 'en') =>
      sampleOf(sample, { key: 'confirmation', locale, reader: 'client' }).type_demande
    expect(kindOf('ordinaire', 'fr')).toBe('Visite')
    expect(kindOf('location', 'fr')).toBe('Location')
    expect(kindOf('achat', 'fr')).toBe('Achat')
    expect(kindOf('achat', 'en')).toBe('Purchase')
    expect(kindOf('sejour', 'fr')).toBe('Séjour')
  })

  it('end a cancellation as each of those who cancel would', () => {
    const told = (sample: 'ordinaire' | 'refusee' | 'annulee_client') => {
      const facts = sampleOf(sample, { key: 'annulation', locale: 'fr', reader: 'client' })
      return [facts.statut, facts.motif, facts.alternatives !== null]
    }
    expect(told('ordinaire')).toEqual(['Annulée par l’agence', 'Appelez-nous si besoin.', true])
    expect(told('refusee')).toEqual(['Annulée (refusée)', 'Appelez-nous si besoin.', true])
    expect(told('annulee_client')).toEqual([
      'Annulée par le client',
      'J’ai trouvé un autre logement.',
      false,
    ])
    expect(samplesOf('annulation')).toContain('refusee')
    expect(samplesOf('confirmation')).not.toContain('refusee')
    expect(samplesOf('confirmation')).toContain('achat')
  })

  it('hold nothing that the real message never says', () => {
    const expired = { key: 'expiration', locale: 'fr' } as const
    expect(sampleOf('ordinaire', { ...expired, reader: 'client' }).motif).toBeNull()
    expect(sampleOf('ordinaire', { ...expired, reader: 'client' })).toHaveProperty('alternatives')
    expect(sampleOf('ordinaire', { ...expired, reader: 'equipe' })).not.toHaveProperty(
      'alternatives',
    )
  })

  it('let each side read the words of the other', () => {
    const words = (reader: 'client' | 'equipe') =>
      sampleOf('ordinaire', { key: 'nouveau_message', locale: 'fr', reader }).texte_message
    expect(words('client')).toBe('Oui, venez à deux, nous vous attendons.')
    expect(words('equipe')).toBe('Puis-je venir avec ma mère ?')
    const told = { key: 'annulation_gestion', locale: 'fr', reader: 'equipe' } as const
    expect(sampleOf('ordinaire', told).motif).toBe('J’ai trouvé un autre logement.')
  })

  it('are otherwise the ordinary one, with nothing left out', () => {
    const team = { key: 'nouveau_message', locale: 'fr', reader: 'equipe' } as const
    const client = { ...team, reader: 'client' } as const
    for (const sample of ['ordinaire', 'nom_long', 'sejour', 'retard'] as const) {
      expect(sampleOf(sample, team)).toMatchObject({ note_client: 'Nous serons deux.' })
      for (const hidden of ['lien_suivi', 'lien_whatsapp'])
        expect(sampleOf(sample, team)).not.toHaveProperty(hidden)
      expect(sampleOf(sample, client)).toHaveProperty('lien_whatsapp')
    }
    // Optional for one of its readers, and required all the same.
    expect(sampleOf('minimum', client)).toHaveProperty('lien_suivi')
    expect(sampleOf('minimum', client)).not.toHaveProperty('motif')
  })

  it('never tell one reader what belongs to the other', () => {
    const both = { key: 'expiration', locale: 'fr' } as const
    expect(sampleOf('ordinaire', { ...both, reader: 'client' })).not.toHaveProperty('lien_admin')
    expect(sampleOf('ordinaire', { ...both, reader: 'equipe' })).not.toHaveProperty('lien_suivi')
    expect(sampleOf('ordinaire', { ...both, reader: 'equipe' })).toHaveProperty('lien_admin')
  })

  it('fill every built-in text, for each of its readers and in each language', () => {
    for (const key of TEMPLATE_KEYS)
      for (const locale of LOCALES)
        for (const reader of readersOf(key))
          for (const sample of SAMPLES) {
            const facts = sampleOf(sample, { key, locale, reader })
            expect(renderTemplate(BUILT_IN[key][locale], facts, { key, locale })).toMatchObject({
              ok: true,
            })
          }
  })
})
