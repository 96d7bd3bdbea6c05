import { describe, expect, it } from 'vitest'
import { TEMPLATE_KEYS } from './notifications'
import { LOCALES } from './status'
import {
  isAllowed,
  isOptional,
  refusedInSubject,
  TEMPLATE_VARIABLES,
  variablesOf,
} from './templateVariables'
import { isVariableName, sampleFacts, VARIABLE_NAMES, VARIABLES } from './variables'

describe('the registry of variables', () => {
  it.each(VARIABLE_NAMES)('%s is named, explained and shown in both languages', (name) => {
    const { label, help, sample, ...rest } = VARIABLES[name]
    for (const locale of LOCALES) {
      for (const words of [label, help, sample]) expect(words[locale].trim()).not.toBe('')
      if (rest.type === 'url') {
        expect(rest.button[locale].trim()).not.toBe('')
        expect(URL.canParse(sample[locale])).toBe(true)
      }
    }
  })

  it('has links, lists of links, and words', () => {
    const ofType = (type: string) =>
      VARIABLE_NAMES.filter((name) => VARIABLES[name].type === type).join(' ')
    expect(ofType('url')).toBe('lien_suivi lien_whatsapp lien_admin lien_acces')
    expect(ofType('links')).toBe('alternatives')
    expect(ofType('text')).toBe(
      'reference client_nom client_telephone client_email bien adresse type_demande quand echeance delai statut motif note_client agence contact_email contact_telephone texte_message expire_le',
    )
  })

  it('knows who is named by what, and what may be without a value', () => {
    const having = (mark: 'personal' | 'optional') =>
      VARIABLE_NAMES.filter((name) => VARIABLES[name][mark] === true).join(' ')
    expect(having('personal')).toBe(
      'client_nom client_telephone client_email motif note_client texte_message',
    )
    expect(having('optional')).toBe(
      'client_email motif note_client lien_whatsapp contact_telephone alternatives',
    )
  })

  it('says why a variable may not stand in a subject', () => {
    expect(refusedInSubject('lien_suivi', 'accuse_reception')).toEqual({
      fr: 'c’est un lien',
      en: 'it is a link',
    })
    expect(refusedInSubject('client_nom', 'accuse_reception')).toEqual({
      fr: 'un objet se lit sur un téléphone verrouillé',
      en: 'a subject can be read on a locked phone',
    })
    expect(refusedInSubject('contact_telephone', 'accuse_reception')).toEqual({
      fr: 'elle peut être sans valeur',
      en: 'it can be without a value',
    })
  })

  it('knows its own names and no inherited ones', () => {
    expect(isVariableName('reference')).toBe(true)
    for (const name of ['Reference', 'constructor', '__proto__', 'toString', ''])
      expect(isVariableName(name)).toBe(false)
  })

  it('has a sample for every name', () => {
    for (const locale of LOCALES)
      expect(Object.keys(sampleFacts(locale)).sort()).toEqual([...VARIABLE_NAMES].sort())
  })
})

describe('the variables of each template', () => {
  it.each(TEMPLATE_KEYS)('%s requires only what it allows, and repeats nothing', (key) => {
    const { required, allowed, optional = [] } = TEMPLATE_VARIABLES[key]
    expect(allowed).toEqual(expect.arrayContaining([...required]))
    expect(allowed).toEqual(expect.arrayContaining([...optional]))
    expect(new Set(allowed).size).toBe(allowed.length)
    const silent = key === 'expiration' ? ['motif'] : []
    expect([...variablesOf(key), ...silent].sort()).toEqual([...allowed].sort())
  })

  it('offers no note of a decision where nobody decided, and still sends a text that holds it', () => {
    expect(variablesOf('expiration')).not.toContain('motif')
    expect(isAllowed('motif', 'expiration')).toBe(true)
  })

  it.each([
    ['accuse_reception', 'reference echeance contact_email lien_suivi'],
    ['nouvelle_demande', 'reference echeance bien quand client_nom client_telephone lien_admin'],
    ['confirmation', 'reference bien quand adresse contact_email lien_suivi'],
    ['annulation', 'reference bien quand contact_email lien_suivi'],
    ['annulation_gestion', 'reference bien quand client_nom lien_admin'],
    ['rappel_delai', 'reference echeance bien quand lien_admin'],
    ['retard_client', 'reference echeance contact_email lien_suivi'],
    ['escalade', 'reference echeance bien client_nom client_telephone lien_admin'],
    ['expiration', 'reference bien quand contact_email lien_suivi lien_admin'],
    ['rappel_visite', 'reference bien quand adresse contact_email lien_suivi'],
    ['nouveau_message', 'reference texte_message lien_suivi lien_admin'],
    ['lien_acces', 'lien_acces expire_le contact_email'],
  ] as const)('%s must say %s', (key, names) => {
    expect(TEMPLATE_VARIABLES[key].required.join(' ')).toBe(names)
  })

  it('never promises a time once the answer is given', () => {
    for (const key of [
      'confirmation',
      'annulation',
      'annulation_gestion',
      'rappel_visite',
    ] as const)
      for (const name of ['echeance', 'delai', 'expire_le'] as const)
        expect(TEMPLATE_VARIABLES[key].allowed).not.toContain(name)
  })

  it('gives the tracking link to clients alone, and the back office to the team alone', () => {
    for (const key of [
      'nouvelle_demande',
      'annulation_gestion',
      'rappel_delai',
      'escalade',
    ] as const)
      expect(TEMPLATE_VARIABLES[key].allowed).not.toContain('lien_suivi')
    for (const key of ['accuse_reception', 'confirmation', 'annulation', 'retard_client'] as const)
      expect(TEMPLATE_VARIABLES[key].allowed).not.toContain('lien_admin')
  })

  it('lets both links be without a value where a text serves clients and team', () => {
    for (const key of ['expiration', 'nouveau_message'] as const)
      for (const name of ['lien_suivi', 'lien_admin'] as const)
        expect(isOptional(name, key)).toBe(true)
    expect(isOptional('lien_suivi', 'accuse_reception')).toBe(false)
    expect(isOptional('lien_whatsapp', 'accuse_reception')).toBe(true)
  })

  it('keeps links, personal facts and optional ones out of subjects', () => {
    const fit = VARIABLE_NAMES.filter((name) => refusedInSubject(name, 'accuse_reception') === null)
    expect(fit.join(' ')).toBe(
      'reference bien adresse type_demande quand echeance delai statut agence contact_email expire_le',
    )
  })
})
