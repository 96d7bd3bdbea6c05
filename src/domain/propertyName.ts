/** 'Duplex récent, Moungali'; a title that names its district already says it once. */
export function propertyName({ title, district }: { title: string; district: string }): string {
  return title.toLowerCase().includes(district.toLowerCase()) ? title : `${title}, ${district}`
}

/** '121, rue Franceville, Moungali, Brazzaville', of what is known of it. */
export const fullAddress = (place: { address: string | null; district: string; city: string }) =>
  [place.address, place.district, place.city].filter(Boolean).join(', ')
