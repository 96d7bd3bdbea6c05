import { expect, test } from 'vitest'
import { clientText, whatsappLink } from './whatsapp'

test('the link keeps Congo’s zero and carries the reference', () => {
  expect(whatsappLink('+242066123456', clientText('RSV-7K3M-9QXA', 'fr'))).toBe(
    'https://wa.me/242066123456?text=Bonjour%2C%20je%20vous%20%C3%A9cris%20au%20sujet%20de%20ma%20demande%20RSV-7K3M-9QXA.',
  )
})

test('without a number there is no link', () => {
  expect(whatsappLink(null, 'Bonjour')).toBeNull()
})
