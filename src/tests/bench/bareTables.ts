import { getPayload } from 'payload'
import config from './bare/payload.config'

/** Payload makes the tables of a configuration without migrations only outside production. */
Object.assign(process.env, { NODE_ENV: 'development' })
await getPayload({ config })
process.exit(0)
