/** 'Duplex récent, Moungali'; a title that names its district already says it once. */
export function propertyName({ title, district }: { title: string; district: string }): string {
  return title.toLowerCase().includes(district.toLowerCase()) ? title : `${title}, ${district}`
}
