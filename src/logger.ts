import { APIError, type Config } from 'payload'
import { databaseCode } from '@/databaseRefusal'
import { Refusal } from '@/refusal'
import { requestId } from '@/requestId'
import { safeError } from '@/safeError'

/** The error of a line that says nothing else: pino would take the error's own message for it. */
function loneError(args: unknown[]): unknown {
  const [first, text] = args
  if (text !== undefined) return null
  if (first instanceof Error) return first
  return typeof first === 'object' && first && 'err' in first && !('msg' in first)
    ? first.err
    : null
}

/** JSON lines on standard output, without personal data. */
export const logger: NonNullable<Config['logger']> = {
  options: {
    level: 'info',
    serializers: { err: safeError },
    mixin: () => {
      const id = requestId()
      return id ? { requestId: id } : {}
    },
    hooks: {
      logMethod(args, write) {
        const err = loneError(args)
        if (err instanceof APIError && err.status < 500)
          return this.info(`refused: ${err instanceof Refusal ? err.code : err.status}`)
        const code = databaseCode(err)
        // What was sent is no value of its column (class 22): refused, and no reason to wake anybody.
        if (code?.startsWith('22')) return this.warn({ err }, `database error ${code}`)
        // The driver's sentence has the values that were written; the code says what went wrong.
        if (code) return write.call(this, { err }, `database error ${code}`)
        return write.apply(this, args)
      },
    },
    redact: ['*.email', '*.phone', '*.password', '*.token', 'req'],
  },
}
