import type { Kind } from '@/domain/status'
import type { Scene } from './draw'

export type DemoProperty = {
  slug: string
  title: string
  city: string
  district: string
  address: string
  description: string
  kinds: Kind[]
  price: number
  priceUnit: 'nuit' | 'mois' | 'vente'
  /** Which of the two owners; null for the agency's own. */
  owner: 1 | 2 | null
  slotMinutes: number
  saturday?: boolean
  status?: 'brouillon'
  scene: Scene
}

const closing = {
  visit: 'Les visites se font avec le propriétaire ou un agent de SCIM, sans engagement.',
  stay: 'Le linge, l’eau et le groupe électrogène sont compris ; le ménage est fait avant chaque arrivée.',
}

export const DEMO_PROPERTIES: readonly DemoProperty[] = [
  {
    slug: 'villa-mpila',
    title: 'Villa avec jardin à Mpila',
    city: 'Brazzaville',
    district: 'Mpila',
    address: '14, rue Ossio',
    description: `À dix minutes du centre, cette villa de plain-pied donne sur un jardin planté de manguiers et d’un grand flamboyant. Elle compte quatre chambres, dont deux avec salle d’eau, un salon ouvert sur une terrasse couverte et une cuisine équipée. La parcelle de 800 m² est clôturée, avec un portail, un logement de gardien et un garage pour deux voitures. Un forage et un groupe électrogène de 20 kVA prennent le relais en cas de coupure. Le quartier est calme le soir et bien desservi le matin. ${closing.visit}`,
    kinds: ['visite', 'location', 'sejour'],
    price: 950_000,
    priceUnit: 'mois',
    owner: 1,
    slotMinutes: 30,
    saturday: true,
    scene: 'villa',
  },
  {
    slug: 'appartement-centre-ville',
    title: 'Appartement lumineux au Centre-ville',
    city: 'Brazzaville',
    district: 'Centre-ville',
    address: 'Avenue Amilcar-Cabral, 3e étage',
    description: `Au troisième étage d’un immeuble avec ascenseur, cet appartement de 110 m² profite de la lumière du matin et d’une vue dégagée jusqu’au fleuve. Il se compose de trois chambres, d’un double séjour, d’une cuisine fermée et de deux salles de bains. L’immeuble dispose d’un gardien jour et nuit, d’une réserve d’eau et d’un groupe commun. Les ministères, les banques et le marché du Plateau sont accessibles à pied. Une place de parking est réservée au sous-sol. ${closing.visit}`,
    kinds: ['visite', 'location'],
    price: 700_000,
    priceUnit: 'mois',
    owner: 1,
    slotMinutes: 30,
    scene: 'immeuble',
  },
  {
    slug: 'maison-bacongo',
    title: 'Maison familiale à Bacongo',
    city: 'Brazzaville',
    district: 'Bacongo',
    address: '52, rue Mbochis',
    description: `Une maison solide, construite en 2009 et entretenue par la même famille depuis. Elle offre cinq chambres sur deux niveaux, un grand salon carrelé et une cour intérieure où l’on dîne au frais. Le titre foncier est à jour et peut être consulté lors de la visite. Le marché Total est à cinq minutes, deux écoles et un centre de santé sont dans la rue voisine. La toiture a été refaite l’an dernier et une citerne de 5 000 litres alimente toute la maison. ${closing.visit}`,
    kinds: ['visite', 'achat'],
    price: 85_000_000,
    priceUnit: 'vente',
    owner: 2,
    slotMinutes: 60,
    saturday: true,
    scene: 'maison',
  },
  {
    slug: 'studio-poto-poto',
    title: 'Studio meublé à Poto-Poto',
    city: 'Brazzaville',
    district: 'Poto-Poto',
    address: '8, rue Bacongo',
    description: `Un studio de 32 m², entièrement meublé, au premier étage d’une petite résidence tranquille. Il comprend un vrai coin cuisine avec plaques et réfrigérateur, un lit double, un bureau, une climatisation récente et une connexion internet par fibre. La basilique Sainte-Anne et le stade Massamba-Débat sont à quelques minutes à pied. Il convient bien à un stagiaire, à un consultant de passage ou à un couple. ${closing.stay}`,
    kinds: ['visite', 'location', 'sejour'],
    price: 35_000,
    priceUnit: 'nuit',
    owner: 2,
    slotMinutes: 30,
    scene: 'immeuble',
  },
  {
    slug: 'duplex-moungali',
    title: 'Duplex récent à Moungali',
    city: 'Brazzaville',
    district: 'Moungali',
    address: '121, rue Franceville',
    description: `Livré en 2023, ce duplex réunit un séjour traversant de 45 m², une cuisine américaine et une buanderie en bas, trois chambres climatisées et deux salles de bains en haut. Les menuiseries sont en aluminium, avec moustiquaires et volets. Une petite cour à l’arrière accueille un coin repas. L’entrée est indépendante, et le stationnement se fait devant la porte. Le rond-point Moungali, ses commerces et ses lignes de bus sont à cinq minutes. ${closing.visit}`,
    kinds: ['visite', 'location'],
    price: 450_000,
    priceUnit: 'mois',
    owner: 1,
    slotMinutes: 30,
    saturday: true,
    scene: 'maison',
  },
  {
    slug: 'terrain-talangai',
    title: 'Maison à rénover à Talangaï',
    city: 'Brazzaville',
    district: 'Talangaï',
    address: '33, avenue des Manguiers',
    description: `Sur une parcelle d’angle de 600 m², cette maison de trois pièces demande des travaux mais possède de bons murs et une charpente saine. L’eau et l’électricité arrivent jusqu’au compteur. Deux façades sur rue permettent d’envisager un commerce au rez-de-chaussée ou une extension à l’étage. Le permis d’occuper est disponible, et un devis d’architecte peut être remis à l’acheteur. Le marché Intendance et la corniche nord sont tout proches. ${closing.visit}`,
    kinds: ['visite', 'achat'],
    price: 32_000_000,
    priceUnit: 'vente',
    owner: 2,
    slotMinutes: 60,
    scene: 'maison',
  },
  {
    slug: 'residence-plateau',
    title: 'Résidence du Plateau des 15 ans',
    city: 'Brazzaville',
    district: 'Plateau des 15 ans',
    address: '7, avenue de la Paix',
    description: `Cet appartement de deux chambres occupe le rez-de-jardin d’une résidence gardée, à l’écart du bruit. Le salon s’ouvre sur une terrasse ombragée où l’on prend le petit-déjeuner dès six heures. La cuisine est complète, la connexion internet rapide, et un bureau séparé permet de travailler. Les voyageurs apprécient la proximité de l’aéroport Maya-Maya, à dix minutes hors des heures de pointe. ${closing.stay}`,
    kinds: ['sejour', 'visite'],
    price: 60_000,
    priceUnit: 'nuit',
    owner: 1,
    slotMinutes: 30,
    scene: 'jardin',
  },
  {
    slug: 'villa-cote-sauvage',
    title: 'Villa en bord de mer, Côte Sauvage',
    city: 'Pointe-Noire',
    district: 'Côte Sauvage',
    address: 'Route de la Côte Sauvage',
    description: `Les pieds dans le sable ou presque : la plage commence de l’autre côté de la route. Cette villa de cinq chambres possède une terrasse à l’étage d’où l’on voit les bateaux attendre l’entrée du port. Le séjour est vaste et ventilé, la cuisine équipée pour recevoir, et le jardin compte une dizaine de cocotiers. Un gardien vit sur place. La maison convient à une famille ou à deux couples d’amis pour une longue fin de semaine. ${closing.stay}`,
    kinds: ['sejour', 'visite', 'location'],
    price: 150_000,
    priceUnit: 'nuit',
    owner: 2,
    slotMinutes: 60,
    scene: 'mer',
  },
  {
    slug: 'appartement-lumumba',
    title: 'Appartement de trois pièces à Lumumba',
    city: 'Pointe-Noire',
    district: 'Lumumba',
    address: '18, avenue Moé-Pratt',
    description: `Dans une copropriété de huit logements, ce trois-pièces de 78 m² vient d’être repeint. Le séjour donne sur un balcon filant, les deux chambres sur une cour plantée et silencieuse. La cuisine est aménagée, avec arrivée de gaz, et la salle d’eau a été refaite l’an passé. Le Grand Marché est à dix minutes en taxi, la plage à quinze. Le loyer comprend le gardiennage et l’eau. ${closing.visit}`,
    kinds: ['visite', 'location'],
    price: 380_000,
    priceUnit: 'mois',
    owner: 2,
    slotMinutes: 30,
    saturday: true,
    scene: 'immeuble',
  },
  {
    slug: 'maison-loandjili',
    title: 'Maison neuve à Loandjili',
    city: 'Pointe-Noire',
    district: 'Loandjili',
    address: 'Quartier Faubourg, bloc 9',
    description: `Terminée cette année, cette maison de quatre pièces n’a jamais été habitée. Les sols sont en grès, les plafonds en bois clair, et chaque chambre dispose d’un placard maçonné. La parcelle de 400 m² laisse la place d’un potager et d’un second véhicule. L’acheteur reçoit le dossier technique complet et une garantie d’un an de l’entrepreneur. Les travaux de la nouvelle route rapprochent le quartier du centre. ${closing.visit}`,
    kinds: ['visite', 'achat'],
    price: 48_000_000,
    priceUnit: 'vente',
    owner: null,
    slotMinutes: 30,
    scene: 'maison',
  },
  {
    slug: 'chambre-mpita',
    title: 'Pavillon de charme à Mpita',
    city: 'Pointe-Noire',
    district: 'Mpita',
    address: '3, allée des Badamiers',
    description: `Au fond d’un jardin de badamiers, ce pavillon d’une chambre est loué à la nuit depuis trois ans par la même propriétaire, qui habite la maison voisine. Il offre un lit de 160, une salle d’eau avec eau chaude, une kitchenette et une terrasse avec hamac. On y entend surtout les oiseaux. La mer est à un quart d’heure de marche, et un petit restaurant sert le poisson du jour au bout de la rue. ${closing.stay}`,
    kinds: ['sejour'],
    price: 28_000,
    priceUnit: 'nuit',
    owner: 2,
    slotMinutes: 30,
    scene: 'jardin',
  },
  {
    slug: 'bureaux-tie-tie',
    title: 'Appartement en préparation à Tié-Tié',
    city: 'Pointe-Noire',
    district: 'Tié-Tié',
    address: 'Avenue de la Révolution',
    description: `Ce logement de deux chambres est en cours de remise en état : la peinture et l’électricité seront terminées le mois prochain. La fiche sera publiée dès que les photos définitives seront prises. Le séjour ouvre sur une loggia, la cuisine est séparée et l’immeuble dispose d’une citerne commune. ${closing.visit}`,
    kinds: ['visite', 'location'],
    price: 250_000,
    priceUnit: 'mois',
    owner: 1,
    slotMinutes: 30,
    status: 'brouillon',
    scene: 'immeuble',
  },
]

const WEEKDAYS = ['1', '2', '3', '4', '5'] as const

/** Weekday mornings and afternoons, and Saturday mornings where the owner is there. */
export function visitHoursOf(property: DemoProperty) {
  return [
    ...WEEKDAYS.flatMap((day) => [
      { day, from: '08:00', to: '12:00' },
      { day, from: '14:00', to: '17:00' },
    ]),
    ...(property.saturday ? [{ day: '6' as const, from: '09:00', to: '12:00' }] : []),
  ]
}

/** Public holidays of Congo, for which the demo's office is closed. */
export const HOLIDAYS = [
  ['2026-12-25', 'Noël'],
  ['2027-01-01', 'Jour de l’an'],
  ['2027-03-29', 'Lundi de Pâques'],
  ['2027-05-01', 'Fête du Travail'],
  ['2027-05-06', 'Ascension'],
  ['2027-05-17', 'Lundi de Pentecôte'],
  ['2027-06-10', 'Journée de la Réconciliation'],
  ['2027-08-15', 'Fête de l’Indépendance'],
  ['2027-11-01', 'Toussaint'],
  ['2027-11-28', 'Journée de la République'],
  ['2027-12-25', 'Noël'],
] as const
