/** What the runner (scripts/browserTests.ts) started for these tests. */
function fact(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the browser tests with npm test`)
  return value
}

export const facts = {
  baseUrl: fact('E2E_BASE_URL'),
  databaseUrl: fact('E2E_BASE_DATABASE_URL'),
  inboxUrl: fact('E2E_INBOX_URL'),
  password: fact('E2E_PASSWORD'),
  /** A house with a WhatsApp number. */
  whatsappUrl: fact('E2E_WHATSAPP_URL'),
  whatsappDatabaseUrl: fact('E2E_WHATSAPP_DATABASE_URL'),
  /** A house without a mail server. */
  withoutMailUrl: fact('E2E_WITHOUT_MAIL_URL'),
  /** Two servers on one database. */
  pairUrl: fact('E2E_PAIR_URL'),
  pairSecondUrl: fact('E2E_PAIR_SECOND_URL'),
  pairSecondPid: Number(fact('E2E_PAIR_SECOND_PID')),
  pairDatabaseUrl: fact('E2E_PAIR_DATABASE_URL'),
}

export const CONTACT = 'contact@scim.example'
export const OWNER = 'proprietaire1@scim.example'
export const OTHER_OWNER = 'proprietaire2@scim.example'
export const EDITOR = 'editeur@scim.example'
