import { expect, test } from 'vitest'
import { refusedBy, type Refused } from './smtpRefusal'

test.each<[string, string, Refused]>([
  ['CONN', '554 No SMTP service here', 'login'],
  ['AUTH PLAIN', '535 5.7.8 Error: authentication failed', 'login'],
  ['EHLO', '550 Access denied', 'login'],
  ['MAIL FROM', '530 5.7.0 Must issue a STARTTLS command first', 'sender'],
  ['RCPT TO', '530 5.7.1 Authentication required', 'sender'],
  ['MAIL FROM', '553 5.7.1 Sender address rejected: not owned by user scim', 'sender'],
  ['MAIL FROM', '550 Unrouteable address', 'sender'],
  ['MAIL FROM', '552 5.3.4 Message size exceeds fixed limit', 'mail'],
  ['MAIL FROM', '550 5.3.4 too big', 'mail'],
  ['MAIL FROM', '555 5.5.4 Unsupported option', 'mail'],
  ['MAIL FROM', '553 5.6.7 SMTPUTF8 required', 'mail'],
  ['RCPT TO', '554 5.7.1 <awa@example.com>: Relay access denied', 'sender'],
  ['RCPT TO', '550 relay not permitted', 'sender'],
  ['RCPT TO', '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'sender'],
  ['RCPT TO', '550 5.1.8 <a@scim.example>: Sender address rejected', 'perhaps_sender'],
  ['RCPT TO', '550 5.1.7 Invalid address', 'perhaps_sender'],
  ['RCPT TO', '550 Sender verify failed', 'perhaps_sender'],
  ['RCPT TO', '550 5.1.1 <awa@example.com>: Recipient address rejected', 'mail'],
  ['RCPT TO', '550 no such mailbox', 'mail'],
  ['RCPT TO', '553 5.1.3 Bad recipient address syntax', 'mail'],
  ['DATA', '554 5.7.1 Message looks like spam from this sender', 'mail'],
])('%s, %s: %s', (command, answer, refused) => {
  expect(refusedBy({ code: Number(answer.slice(0, 3)), command, answer })).toBe(refused)
})
