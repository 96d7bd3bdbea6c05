/** `{ fr: 'Visite', en: 'Viewing' }`, or a table of nothing but such. */
function isWording(node) {
  if (node?.type !== 'ObjectExpression') return false
  const texts = node.properties.map(({ key, value }) => value?.type === 'StringLiteral' && key.name)
  return texts.join() === 'fr,en' || isTable(node.properties)
}

const isTable = (properties) =>
  properties.length > 0 && properties.every(({ value }) => isWording(value))

/**
 * Another wording of a text for people breaks no rule, and that none is missing in either language
 * the compiler sees: such tables are left as they are, and counted as ignored.
 */
const wording = {
  shouldIgnore: ({ node }) => (isWording(node) ? 'the wording of a text' : undefined),
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'wording', value: wording }]
