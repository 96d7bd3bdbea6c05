import type { Page } from '@playwright/test'
import { overflowOf, violationsOf, WCAG } from './support/axe'
import { book, chooseSlot, proceed, toCheck, typeContact } from './support/funnel'
import { somebody } from './support/people'
import { expect, test } from './support/test'

/** Controls a finger can miss: smaller than 44 by 44 px, links inside sentences left out. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const small: string[] = []
    for (const control of document.querySelectorAll(
      'a[href], button, input, select, textarea, summary',
    )) {
      const target = control.closest('label') ?? control
      const style = getComputedStyle(control)
      const inline = control.tagName === 'A' && style.display === 'inline'
      const stretched = getComputedStyle(control, '::after').position === 'absolute'
      const { width, height } = target.getBoundingClientRect()
      const unseen = width < 2 || control.matches('.skip, [type=hidden], [tabindex="-1"]')
      if (inline || stretched || unseen) continue
      if (width < 43.5 || height < 43.5)
        small.push(`${control.outerHTML.slice(0, 120)} ${width}×${height}`)
    }
    return small
  })

async function judge(page: Page, where: string, lang: 'fr' | 'en'): Promise<void> {
  expect(await violationsOf(page, [...WCAG, 'best-practice']), where).toEqual([])
  expect(await smallTargets(page), where).toEqual([])
  expect(await overflowOf(page), where).toBe(0)
  await expect(page.locator('html'), where).toHaveAttribute('lang', lang)
  expect(await page.title(), where).toContain('SCIM Immobilier')
}

const LOOKS = [
  {
    name: '320 px, light',
    viewport: { width: 320, height: 640 },
    colorScheme: 'light',
    prefix: '',
  },
  {
    name: '1280 px, dark',
    viewport: { width: 1280, height: 900 },
    colorScheme: 'dark',
    prefix: '/en',
  },
] as const

for (const { name, viewport, colorScheme, prefix } of LOOKS)
  test.describe(name, () => {
    test.use({ viewport, colorScheme })
    const lang = prefix ? 'en' : 'fr'

    test('every page outside the funnel is clean', async ({ page }) => {
      const pages = ['/biens/villa-mpila', '/suivi', '/suivi?erreur=1', '/espace', '/hors-ligne']
      const funnel = [
        '/reservation',
        '/reservation?erreurs=1',
        '/reservation/patienter?minutes=4',
        '/reservation/patienter?numero=1',
      ]
      const others = ['/reservation/deja?bien=villa-mpila']
      const stay = '/reservation/creneau?bien=residence-plateau&type=sejour'
      for (const path of [...pages, ...funnel, ...others, stay, `${stay}&erreurs=manque`]) {
        await page.goto(prefix + path)
        await judge(page, path, lang)
      }
      for (const path of [prefix || '/', `${prefix || '/'}?ville=Nulle-part`]) {
        await page.goto(path)
        await judge(page, path, lang)
      }
    })

    test('every step of the funnel and of the client’s space is clean', async ({ page }) => {
      await chooseSlot(page, 'villa-mpila', { prefix })
      await proceed(page)
      await expect(page).toHaveURL(/erreurs=1/)
      await judge(page, 'contact with errors', lang)
      const onEveryPage = () => judge(page, page.url(), lang)
      const reference = await book(page, 'villa-mpila', somebody(), { prefix, onEveryPage })
      await judge(page, 'confirmation', lang)
      for (const path of [`/espace/${reference}`, `/espace/${reference}/annuler`, '/espace']) {
        await page.goto(prefix + path)
        await judge(page, path, lang)
      }
      await page.goto(`${prefix}/espace/${reference}/annuler`)
      await page.locator('main button.danger').click()
      await expect(page.locator('main .tag.annulee')).toBeVisible()
      await judge(page, 'cancelled', lang)
    })
  })

test('200 % text keeps everything readable without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 800 })
  for (const path of [
    '/',
    '/biens/villa-mpila',
    '/reservation/creneau?bien=villa-mpila&type=visite',
  ]) {
    await page.goto(path)
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    expect(await overflowOf(page), path).toBe(0)
  }
})

test('the whole funnel by keyboard, the focus always in sight', async ({ page }) => {
  const tabTo = async (selector: string) => {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press('Tab')
      const seen = await page.evaluate((wanted) => {
        const focused = document.activeElement
        if (!focused || focused === document.body) return 'none'
        const { left, top, width, height } = focused.getBoundingClientRect()
        const hit = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
        const inSight = hit !== null && (focused.contains(hit) || hit.contains(focused))
        if (!inSight) return `hidden: ${focused.outerHTML.slice(0, 80)}`
        return focused.matches(wanted) ? 'there' : 'elsewhere'
      }, selector)
      expect(seen).not.toContain('hidden')
      if (seen === 'there') return
    }
    throw new Error(`no way by keyboard to ${selector}`)
  }
  await page.goto('/biens/studio-poto-poto')
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip')).toBeFocused()
  await tabTo('.book .button:not(.second)')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/reservation\?bien/)
  await tabTo('input[name=type]')
  await page.keyboard.press('Space')
  await tabTo('button[type=submit]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/creneau/)
  await tabTo('input[name=debut]')
  await page.keyboard.press('Space')
  await tabTo('button[type=submit]:not([data-show])')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/coordonnees/)
  await tabTo('[name=name]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/erreurs=1/)
  await expect(page.locator('.errors')).toBeFocused()
  await tabTo('.errors a')
  await page.keyboard.press('Enter')
  await expect(page.locator('[name=name]')).toBeFocused()
  await typeContact(page, somebody())
  await tabTo('button[type=submit]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/verification/)
  await tabTo('button[data-sending]')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/confirmation/)
})

test('arrow keys move between days without sending anything', async ({ page }) => {
  await page.goto('/reservation/creneau?bien=villa-mpila&type=visite')
  const address = page.url()
  await page.locator('input[name=jour]:checked').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('input[name=jour]').nth(1)).toBeChecked()
  expect(page.url()).toBe(address)
})

test('nothing moves for those who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) => {
        const { transitionDuration, animationName } = getComputedStyle(one)
        return transitionDuration !== '0s' || animationName !== 'none'
      }).length,
  )
  expect(moving).toBe(0)
})

test('the confirmation prints on one sheet of A4, with the reference and the link', async ({
  page,
}) => {
  await book(page, 'studio-poto-poto')
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.reference')).toBeVisible()
  await expect(page.locator('.link-box')).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
})

test('a page printed from the dark look is dark on white', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await book(page, 'studio-poto-poto')
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(page.locator('main .tag').first()).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)')
})

test('the confirmation is read out in the order that matters', async ({ page }) => {
  const reference = await book(page, 'studio-poto-poto')
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Demande envoyée" [level=1]
      - paragraph: Votre réservation est bien enregistrée.
      - paragraph: Votre référence
      - paragraph: ${reference}
      - heading "Ce qui se passe maintenant" [level=2]
      - list:
        - listitem: "Votre place est gardée : personne d’autre ne peut la prendre."
        - listitem:
          - strong: /Le propriétaire ou l’agence répond avant .+/
        - listitem: /Un e-mail vous est envoyé/
      - paragraph:
        - link "Suivre ma demande"
      - term: Statut
      - definition:
        - strong: En attente
        - text: /Ce n’est pas encore une confirmation/
      - term: Réponse promise
      - definition: /Réponse avant [a-z]+ \\d+(er)? .+ \\d{4} à \\d+ h \\d\\d \\(délai de .+\\)/
      - term: Bien
      - definition: /Studio meublé/
      - term: Quand
      - definition: /\\d{4} à \\d+ h \\d\\d/
      - heading "Votre lien de suivi" [level=2]
      - heading "Contact" [level=2]
  `)
  await toCheck(page, 'studio-poto-poto')
  await expect(page.getByRole('button', { name: 'Envoyer la demande' })).toBeVisible()
})
