import type { Field, SanitizedConfig } from 'payload'

const DATES = '/admin/DocumentDates.client#DocumentDates'

/**
 * Lists and records show every instant in the clock of the place, as all other screens do: Payload
 * shows it in the browser's. Done to the finished config, for Payload adds the times of a row by
 * itself.
 */
export function showPlaceTimes(config: SanitizedConfig): SanitizedConfig {
  for (const { admin, fields, timestamps } of config.collections) {
    fields.forEach(showPlaceTime)
    if (!timestamps) continue
    const { edit, ...components } = admin.components ?? {}
    const beforeDocumentControls = [DATES, ...(edit?.beforeDocumentControls ?? [])]
    admin.components = { ...components, edit: { ...edit, beforeDocumentControls } }
  }
  return config
}

function showPlaceTime(field: Field): void {
  if (field.type !== 'date' || field.admin?.date?.pickerAppearance === 'dayOnly') return
  const components = { Cell: '/admin/MomentCell#MomentCell', ...field.admin?.components }
  field.admin = { ...field.admin, components }
}
