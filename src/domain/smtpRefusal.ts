/** What a mail server refuses for good: us, at its door or as a sender, or this one mail. */

/** `command`: what it answered to, as `RCPT TO`; `answer`: its reply, from the code on. */
export type Refusal = { code: number; command: string; answer: string }

export type Refused = 'login' | 'sender' | 'perhaps_sender' | 'mail'

/** Commands that speak of one mail. Before them a server judges who we are (RFC 5321 3.3). */
const OF_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA']
/** "Log in first", whatever it answers to (RFC 4954 6). */
const LOGIN_WANTED = 530
/** A mail too long or of a form it cannot take is told at its sender too (RFC 1870 6.1, RFC 3463 3.4, 3.7). */
const OF_THE_TEXT = /^55[25]\b|\b5\.(3\.4|6\.\d+)\b/
/** It would pass on no mail of ours, whoever is to have it. */
const OF_OUR_RIGHTS = /\brelay/i
/** Many judge the sender only when they know the recipient (RFC 3463 3.2: 5.1.7 and 5.1.8). */
const OF_THE_SENDER = /\b5\.1\.[78]\b|\bsender\b/i

/** What a refusal for good, from 500 on, speaks of. Nothing else is known of it than these words. */
export function refusedBy({ code, command, answer }: Refusal): Refused {
  if (!OF_THE_MAIL.includes(command)) return 'login'
  if (code === LOGIN_WANTED) return 'sender'
  if (command === 'MAIL FROM') return OF_THE_TEXT.test(answer) ? 'mail' : 'sender'
  if (command === 'DATA') return 'mail'
  if (OF_OUR_RIGHTS.test(answer)) return 'sender'
  return OF_THE_SENDER.test(answer) ? 'perhaps_sender' : 'mail'
}
