/** What the runner, or a person who looks for a fault, hands to the integration tests. */
export const given = {
  /** Administers the server that holds the migrated template. */
  server: process.env.TEST_DATABASE_URL,
  logLevel: process.env.TEST_LOG_LEVEL ?? 'silent',
  /** Acts in the month of torment. */
  month: Number(process.env.SCIM_TEST_MONTH ?? 250),
  seed: Number(process.env.SCIM_TEST_SEED ?? Date.now() % 1_000_000),
}
