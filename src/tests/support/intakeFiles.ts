import { freshPhone } from './house'

/** Files as an agency would bring them in. */

let number = 0
/** A number no other file has. */
export const nextNumber = () => (number += 1)

/** A file of clients nobody knows yet. */
export function people(many = 2): { file: string; names: string[] } {
  number += 1
  const names = Array.from({ length: many }, (_, index) => `Personne ${number} ${index}`)
  const lines = names.map((name) => `${name};${freshPhone()};p${number}@example.com`)
  return { file: `nom;telephone;email\n${lines.join('\n')}\n`, names }
}

export const property = (slug: string, more = '') =>
  `titre;adresse_page;ville;quartier;description;demandes;proprietaires\nVilla;${slug};Goma;Lac;Belle.;visite;${more}\n`

export const past = (slug: string, line: Partial<Record<string, string>> = {}) => {
  const cells = {
    reference: `A-${(number += 1)}`,
    bien: slug,
    nom: 'Awa Mabiala',
    telephone: freshPhone(),
    demande: 'visite',
    debut: '03/06/2024 10:00',
    fin: '',
    statut: 'confirmée',
    note: 'Contente.',
    ...line,
  }
  return {
    reference: cells.reference ?? '',
    file: `${Object.keys(cells).join(';')}\n${Object.values(cells).join(';')}\n`,
  }
}
