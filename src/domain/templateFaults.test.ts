import { describe, expect, it } from 'vitest'
import type { TemplateKey } from './notifications'
import { faultsOf } from './templateFaults'
import { fromNotation } from './templateNotation'

const SUBJECT = 'Votre demande [reference]'
const BODY = '[reference] [echeance]\n\n[contact_email]\n\n[lien_suivi]'

const check = (subject: string, body: string, key: TemplateKey = 'accuse_reception') =>
  faultsOf({ subject: fromNotation(subject), body: fromNotation(body) }, key)
const codes = (...args: Parameters<typeof check>) =>
  check(...args).map(({ path, code, blocks }) => `${path} ${code} ${blocks}`)

describe('the faults of a template', () => {
  it('are none when all that is required is there', () => {
    expect(check(SUBJECT, BODY)).toEqual([])
  })

  it('name an unknown variable, with the nearest name', () => {
    expect(check('Demande [referense]', BODY)).toMatchObject([
      {
        path: 'subject',
        code: 'unknown_variable',
        blocks: 'save',
        message: { fr: 'La variable « referense » n’existe pas. Vouliez-vous « reference » ?' },
      },
    ])
    expect(check(SUBJECT, `${BODY}\n\n[zzzzzzzzzz]`)[0]?.message).toEqual({
      fr: 'La variable « zzzzzzzzzz » n’existe pas.',
      en: 'There is no variable “zzzzzzzzzz”.',
    })
  })

  it('name a variable that is not known at that moment', () => {
    expect(codes(SUBJECT, `${BODY}\n\n[lien_admin] [motif]`)).toEqual([
      'body refused_variable save',
      'body refused_variable save',
    ])
  })

  it.each(['client_nom', 'lien_suivi', 'note_client'])('keep %s out of the subject', (name) => {
    expect(codes(`${SUBJECT} [${name}]`, BODY)).toEqual(['subject refused_variable save'])
  })

  it.each(['{{reference}}', 'a }} b', '{**{**'])('refuse the typed braces of %j', (typed) => {
    expect(codes(SUBJECT, `${BODY}\n\n${typed}`)).toEqual(['body typed_braces save'])
  })

  it('find what is required and missing, for publication only', () => {
    expect(codes(SUBJECT, 'Bonjour')).toEqual([
      'body missing_variable publication',
      'body missing_variable publication',
      'body missing_variable publication',
    ])
  })

  it('find what is required but would vanish with an optional variable', () => {
    const faults = check(
      'Demande enregistrée',
      '[reference] [lien_whatsapp]\n\n[echeance] [contact_email]\n\n[lien_suivi]',
    )
    expect(faults.map(({ code }) => code)).toEqual(['vanishing_variable'])
    expect(faults[0]?.message.fr).toContain('« Référence »')
  })

  it('find what is required below an item that can vanish', () => {
    const item = (...children: unknown[]) => ({ type: 'listitem', children })
    const chip = (blockType: string) => ({ type: 'inlineBlock', fields: { blockType } })
    const list = (...children: unknown[]) => ({ type: 'list', listType: 'bullet', children })
    const body = (top: string) => ({
      root: {
        children: [
          ...fromNotation('[reference] [contact_email]\n\n[lien_suivi]').root.children,
          list(item(chip(top)), item(list(item(chip('echeance'))))),
        ],
      },
    })
    const found = (top: string) =>
      faultsOf({ subject: fromNotation(SUBJECT), body: body(top) }, 'accuse_reception')
    expect(found('note_client').map(({ code }) => code)).toEqual(['vanishing_variable'])
    expect(found('bien')).toEqual([])
  })

  it('accept a required variable that is optional itself, alone', () => {
    const body = '[reference] [texte_message]\n\n[lien_suivi]\n\n[lien_admin]'
    expect(codes(SUBJECT, body, 'nouveau_message')).toEqual([])
    const shared = '[reference] [texte_message]\n\n[lien_suivi] [lien_admin]'
    expect(codes(SUBJECT, shared, 'nouveau_message')).toEqual([
      'body vanishing_variable publication',
      'body vanishing_variable publication',
    ])
  })

  it('find empty parts', () => {
    const empty = faultsOf({ subject: null, body: undefined }, 'lien_acces')
    expect(empty.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'subject empty',
      'body empty',
      'body missing_variable',
      'body missing_variable',
      'body missing_variable',
    ])
    expect(codes(' \n\n ', BODY)).toEqual(['subject empty publication'])
  })

  it('find a subject of several lines or too many characters, samples counted', () => {
    expect(codes('Demande\n[reference]', BODY)).toEqual(['subject several_lines publication'])
    expect(codes('Demande\n\n[reference]', BODY)).toEqual(['subject several_lines publication'])
    const room = 120 - 'RSV-7K3M-9QXA'.length
    expect(codes(`${'é'.repeat(room)}[reference]`, BODY)).toEqual([])
    expect(codes(`${'é'.repeat(room + 1)}[reference]`, BODY)).toEqual([
      'subject too_long publication',
    ])
  })

  it('say in both languages what is missing, and what would vanish', () => {
    const [missing] = check(SUBJECT, '[echeance]\n\n[contact_email]\n\n[lien_suivi] [note_client]')
    expect(missing).toEqual({
      path: 'body',
      code: 'vanishing_variable',
      blocks: 'publication',
      message: {
        fr: '« Lien de suivi » est obligatoire mais partage son paragraphe avec une variable parfois sans valeur, et disparaîtrait avec elle : séparez-les.',
        en: '“Tracking link” is required but shares its paragraph with a variable that can be without a value, and would vanish with it: separate them.',
      },
    })
    expect(check('Objet', '[echeance] [contact_email] [lien_suivi]')).toEqual([
      {
        path: 'body',
        code: 'missing_variable',
        blocks: 'publication',
        message: {
          fr: 'Il manque la variable obligatoire « Référence ».',
          en: 'The required variable “Reference” is missing.',
        },
      },
    ])
  })

  it('say how long a subject is, by the longer of its languages', () => {
    // “Tuesday 1 December 2026 at 9:00 am” has 34 characters, its French has 32.
    expect(codes(`${'x'.repeat(120 - 34)}[quand]`, BODY)).toEqual([])
    expect(check(`${'x'.repeat(121 - 34)}[quand]`, BODY)[0]?.message).toEqual({
      fr: 'L’objet a environ 121 caractères : 120 au plus, sinon il est coupé.',
      en: 'The subject has about 121 characters: at most 120, or it is cut.',
    })
  })

  it('count no empty paragraph as a line of a subject, and no blanks as words', () => {
    const subject = (...lines: string[]) => ({
      root: {
        children: lines.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
      },
    })
    const found = (given: unknown) =>
      faultsOf({ subject: given, body: fromNotation(BODY) }, 'accuse_reception').map(
        ({ code }) => code,
      )
    expect(found(subject('', 'Objet', ''))).toEqual([])
    expect(found(subject(' ', ' \t'))).toEqual(['empty', 'several_lines'])
  })

  it('say in both languages what is not known, not allowed or no variable', () => {
    const messages = (subject: string, body: string) =>
      check(subject, body).map(({ message }) => message)
    expect(messages('[client_nom]', `${BODY}\n\n[motif] [${'x'.repeat(41)}] [bein]`)).toEqual([
      {
        fr: '« Nom du client » ne peut pas être dans l’objet : un objet se lit sur un téléphone verrouillé.',
        en: '“Client’s name” cannot stand in the subject: a subject can be read on a locked phone.',
      },
      {
        fr: '« Mot de la décision » n’est pas connu au moment de ce message : retirez cette variable.',
        en: '“Note of the decision” is not known when this message is written: remove this variable.',
      },
      {
        fr: `La variable « ${'x'.repeat(40)} » n’existe pas.`,
        en: `There is no variable “${'x'.repeat(40)}”.`,
      },
      {
        fr: 'La variable « bein » n’existe pas. Vouliez-vous « bien » ?',
        en: 'There is no variable “bein”. Did you mean “bien”?',
      },
    ])
  })
})
