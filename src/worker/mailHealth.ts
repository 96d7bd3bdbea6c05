import { isShut, isShutOut, type Mailer, type SmtpError } from '@/messaging/deliver'
import type { Post } from '@/messaging/mailer'

/** A server that answers a mail, if only to refuse it, works: one wrong address is not the house's. */
const answers = (error: SmtpError) => Boolean(error.responseCode) && !isShut(error)

/** Whether it failed before any mail was spoken of, where a knock goes too. */
const failedAtTheDoor = (error: SmtpError) =>
  isShutOut(error) || error.syscall === 'connect' || error.code === 'EDNS'

/**
 * The mailer, watched: since when no server takes anything from us, be it out of reach or because
 * it refuses our login or our sender.
 */
export function watchedMailer({ knock, ...mailer }: Post): {
  mailer: Mailer
  downSince(): Date | null
  /** While it is down: looks whether it is back, for the next mail may be due in hours only. */
  lookAgain(): Promise<void>
} {
  let since: Date | null = null
  let wasShut = false
  const isUp = () => {
    since = null
    wasShut = false
  }
  return {
    downSince: () => since,
    mailer: {
      ...mailer,
      sendEmail: async (message) => {
        try {
          const answer = await mailer.sendEmail(message)
          isUp()
          return answer
        } catch (caught) {
          const error = caught as SmtpError // as: nodemailer adds these to its errors.
          if (answers(error)) isUp()
          else since ??= new Date()
          wasShut ||= failedAtTheDoor(error)
          throw error
        }
      },
    },
    lookAgain: async () => {
      if (!since) return
      const isOpen = await knock().then(
        () => true,
        () => false,
      )
      // A door that was never shut proves nothing: what fails lies behind it, and only a mail tells.
      if (isOpen && wasShut) isUp()
      else wasShut ||= !isOpen
    },
  }
}
