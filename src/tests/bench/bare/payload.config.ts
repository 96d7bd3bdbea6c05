import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'

/** A small collection without any rule. */
export default buildConfig({
  secret: 'bench',
  telemetry: false,
  defaultDepth: 0,
  graphQL: { disable: true },
  db: postgresAdapter({
    push: true,
    pool: { connectionString: process.env.DATABASE_URL, max: 10 },
  }),
  collections: [
    {
      slug: 'notes',
      access: { create: () => true, read: () => true },
      fields: [
        { name: 'title', type: 'text', required: true },
        { name: 'phone', type: 'text' },
        { name: 'email', type: 'text' },
        { name: 'startsAt', type: 'date' },
        { name: 'text', type: 'textarea' },
      ],
    },
  ],
})
