import type { Mailer } from '@/messaging/deliver'

/**
 * The mailer, watched: since when no server could be reached at all. A refusal is an answer, so it
 * counts as reached: one wrong address must not make the whole house say that its mail is down.
 */
export function watchedMailer(mailer: Mailer): { mailer: Mailer; downSince(): Date | null } {
  let since: Date | null = null
  return {
    downSince: () => since,
    mailer: {
      ...mailer,
      sendEmail: async (message) => {
        try {
          const answer = await mailer.sendEmail(message)
          since = null
          return answer
        } catch (error) {
          const answered = error instanceof Error && 'responseCode' in error && error.responseCode
          since = answered ? null : (since ?? new Date())
          throw error
        }
      },
    },
  }
}
