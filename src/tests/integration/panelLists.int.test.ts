import { beforeAll, expect, test } from 'vitest'
import { aProperty, aStaff, at, freshPhone, house, type Staff } from '@/tests/support/house'
import { bodyOf, booked, rest } from '@/tests/support/http'
import { offeredBy } from '@/tests/support/panelLists'

/**
 * A list that cannot answer is a blank page, and the panel keeps the order that somebody chose: one
 * click could take a list away for good.
 */

const staff = {} as Record<'admin' | 'proprietaire' | 'editeur', Staff>

beforeAll(async () => {
  staff.admin = await aStaff('admin', 'Prisca Loemba')
  staff.proprietaire = await aStaff('proprietaire', 'Jean-Bosco Makosso')
  staff.editeur = await aStaff('editeur', 'Aimé Tchicaya')
  const property = await aProperty({ owners: [staff.proprietaire.id] })
  await booked(property, { startsAt: at(3, '09:00') })
})

type Access = { collections: Record<string, { fields: Record<string, { read?: boolean }> }> }

async function listsOf(as: Staff) {
  const payload = await house()
  const { collections } = bodyOf<Access>(await rest('GET', '/access', { as }))
  return payload.config.collections
    .filter(({ slug, admin }) => {
      const hidden =
        typeof admin.hidden === 'function'
          ? // as: what the panel asks with; only the role is looked at.
            admin.hidden({ user: { role: as.role } as never })
          : admin.hidden
      return !hidden && !slug.startsWith('payload-') && collections[slug]
    })
    .map((collection) => ({
      slug: collection.slug,
      offered: offeredBy(collection, collections[collection.slug]?.fields ?? {}),
    }))
}

const ROLES = ['admin', 'proprietaire', 'editeur'] as const

test.each(ROLES)('every column that the list offers to the role %s sorts it', async (role) => {
  const refused: string[] = []
  for (const { slug, offered } of await listsOf(staff[role]))
    for (const name of offered.sorts)
      for (const sort of [name, `-${name}`]) {
        const { status } = await rest('GET', `/${slug}?sort=${sort}&draft=true`, {
          as: staff[role],
        })
        if (status !== 200) refused.push(`${slug} ${sort} ${status}`)
      }
  expect(refused).toEqual([])
})

test.each(ROLES)('every filter that the list offers to the role %s is answered', async (role) => {
  const refused: string[] = []
  for (const { slug, offered } of await listsOf(staff[role]))
    for (const { path, value, operators } of offered.filters)
      for (const operator of operators) {
        const key = `where[or][0][and][0][${path}][${operator}]${/in$/.test(operator) ? '[0]' : ''}`
        const query = new URLSearchParams({
          [key]: operator === 'exists' ? 'true' : value,
          draft: 'true',
        })
        const { status } = await rest('GET', `/${slug}?${query.toString()}`, { as: staff[role] })
        if (status !== 200) refused.push(`${slug} ${path} ${operator} ${status}`)
      }
  expect(refused).toEqual([])
})

test('an owner has the reservations in the order of who asked, the first name first or last', async () => {
  const as = await aStaff('proprietaire', 'Clarisse Ngouabi')
  const property = await aProperty({ owners: [as.id] })
  for (const [hour, name] of Object.entries({
    '09:00': 'Mavoungou',
    '10:00': 'Akouala',
    '11:00': 'Zola',
  }))
    await booked(property, {
      startsAt: at(3, hour),
      client: { name, phone: freshPhone(), email: `${name}@example.com` },
    })
  const namesBy = async (sort: string, more = '') => {
    const page = await rest('GET', `/reservations?sort=${sort}${more}`, { as })
    return bodyOf<{ docs: { clientName: string }[] }>(page).docs.map(({ clientName }) => clientName)
  }
  expect(await namesBy('clientName')).toEqual(['Akouala', 'Mavoungou', 'Zola'])
  expect(await namesBy('-clientName')).toEqual(['Zola', 'Mavoungou', 'Akouala'])
  expect(await namesBy('-clientEmail', '&limit=1&page=2')).toEqual(['Mavoungou'])
  expect(await namesBy('status,-clientPhone')).toEqual(['Zola', 'Akouala', 'Mavoungou'])
  expect(await namesBy('-startsAt')).toEqual(['Zola', 'Akouala', 'Mavoungou'])
})

test('an address is found by the search, in any case; asked for alone by any part of it', async () => {
  const property = await aProperty({ owners: [staff.proprietaire.id] })
  const client = { name: 'Grâce Ngoma', phone: freshPhone(), email: 'G.Loufoua@example.org' }
  const { reservation } = await booked(property, { client })
  const found = async (where: string) => {
    const answer = await rest('GET', `/reservations?${where}`, { as: staff.proprietaire })
    return bodyOf<{ docs: { reference: string }[] }>(answer).docs.map((one) => one.reference)
  }
  const box = (text: string) =>
    ['clientName', 'clientEmail']
      .map((field, at) => `where[or][${at}][${field}][like]=${text}`)
      .join('&')
  expect(await found(box('g.loufoua@EX'))).toEqual([reservation.reference])
  expect(await found('where[clientEmail][like]=LOUFOUA')).toEqual([reservation.reference])
  // In the box a text without an @ is a name.
  expect(await found(box('loufoua'))).toEqual([])
  const two = 'where[or][0][clientName][like]=personne&where[or][1][clientEmail][like]=loufoua'
  expect(await found(two)).toEqual([reservation.reference])
})
