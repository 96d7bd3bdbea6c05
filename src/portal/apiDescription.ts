import { z } from 'zod'
import type { Agency } from '@/domain/agency'
import * as shape from '@/domain/apiShapes'
import { requestShape } from '@/domain/request'
import { env } from '@/env'
import { apiRoutes, type ApiRoute } from './apiRoutes'

/** OpenAPI 3.1: its schemas are JSON Schema 2020-12, which is what zod writes. */

type Shape = z.ZodType

const schemaOf = (given: Shape, io: 'input' | 'output') => {
  // A transform has no schema of its own; of what is sent, its input has.
  const { $schema, ...schema } = z.toJSONSchema(given, { io, unrepresentable: 'any' })
  return schema
}

const content = (type: string, schema: unknown) => ({ content: { [type]: { schema } } })

const named = {
  Reservation: shape.reservation,
  Receipt: shape.receipt,
  ProgramView: shape.programView,
  Refusal: shape.refusal,
}

/** A shape that has a name is written once, and referred to. */
function answerSchema(given: Shape) {
  const name = Object.entries(named).find(([, one]) => one === given)?.[0]
  return name ? { $ref: `#/components/schemas/${name}` } : schemaOf(given, 'output')
}

function operationOf({ answers, body, query, security, summary, tag, path }: ApiRoute) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query ?? {}).map(([name, { required, ...schema }]) => ({
    name,
    in: 'query',
    required,
    schema,
  }))
  return {
    summary,
    tags: [tag],
    security: (security ?? []).map((scheme) => (scheme ? { [scheme]: [] } : {})),
    parameters: [...inPath, ...inQuery],
    ...(body
      ? { requestBody: { required: true, ...content('application/json', schemaOf(body, 'input')) } }
      : {}),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, { text, is }]) => [
        status,
        {
          description: text,
          ...(typeof is === 'string'
            ? content(is, { type: 'string' })
            : is
              ? content('application/json', answerSchema(is))
              : {}),
        },
      ]),
    ),
  }
}

export const apiDescription = ({ name, currency }: Pick<Agency, 'name' | 'currency'>) => {
  const { info, ...rest } = (described ??= describe())
  const description = `${info.description} Prices are whole units of ${currency} (ISO 4217).`
  return { ...rest, info: { ...info, title: name.en, description } }
}

/** Made once: it takes milliseconds of work, and whoever asks by the hundred would get them all. */
let described: ReturnType<typeof describe> | undefined

function describe() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of apiRoutes(requestShape(env.country)))
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return {
    openapi: '3.1.0',
    info: {
      version: '1.0.0',
      description:
        'Instants are ISO 8601 in UTC; the dates of a stay are days of the place. Refusals say which field, in words for people.',
    },
    servers: [{ url: env.serverUrl }],
    paths,
    webhooks: {
      evenement: {
        post: {
          summary: 'Something happened to a reservation. Answer any 2xx within 10 seconds.',
          description:
            'X-SCIM-Signature: t=SECONDS,v1=HEX, where HEX is the HMAC-SHA256 of "SECONDS.BODY" with the secret of the webhook; refuse what is older than 5 minutes. X-SCIM-Delivery is the same for every attempt: an event may come twice, and events may come out of order (see "at"). Retries after 1, 5, 15, 60 minutes, then every 4 hours, for 48 hours; 410 ends them.',
          requestBody: {
            required: true,
            ...content('application/json', schemaOf(shape.webhookBody, 'output')),
          },
          responses: { '200': { description: 'Taken.' }, '410': { description: 'Ask no more.' } },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(named).map(([name, given]) => [name, schemaOf(given, 'output')]),
      ),
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of the panel (« Clés de programme »), for one thing each.',
        },
        staff: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '"JWT " and the token of POST /api/users/login.',
        },
      },
    },
  }
}
