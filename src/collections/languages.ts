/** The languages of the house, as select options. */
export const LANGUAGES = [
  { value: 'fr', label: { fr: 'Français', en: 'French' } },
  { value: 'en', label: { fr: 'Anglais', en: 'English' } },
]
