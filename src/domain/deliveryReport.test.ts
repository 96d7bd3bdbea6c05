import { describe, expect, it } from 'vitest'
import { readDeliveryStatus } from './deliveryReport'

const report = (...lines: string[]) => lines.join('\r\n')

describe('the delivery-status part of a report', () => {
  it('names the address, the status, the words and who says so', () => {
    const text = report(
      'Reporting-MTA: dns; mx.scim.example',
      'Arrival-Date: Tue, 1 Dec 2026 09:00:00 +0100',
      '',
      'Original-Recipient: rfc822;Awa@Example.com',
      'Final-Recipient: rfc822; awa.m@other.example',
      'Action: failed',
      'Status: 5.1.1 (no such user)',
      'Remote-MTA: dns; mx.example.com',
      'Diagnostic-Code: smtp; 550 5.1.1 The mailbox',
      '\tdoes not exist',
    )
    expect(readDeliveryStatus(text)).toEqual([
      {
        action: 'failed',
        recipient: 'awa@example.com',
        status: '5.1.1',
        diagnostic: '550 5.1.1 The mailbox does not exist',
        reportedBy: 'mx.example.com',
      },
    ])
  })

  it('reads every recipient, with line ends of either kind', () => {
    const text =
      'Reporting-MTA: dns;mx.scim.example\n\n' +
      'Final-Recipient: rfc822;a@example.com\nAction: Delayed\nStatus: 4.4.1\n\n' +
      'Final-Recipient: rfc822;<b@example.com>\nAction: delivered\nStatus: 2.0.0\n'
    expect(readDeliveryStatus(text)).toEqual([
      {
        action: 'delayed',
        recipient: 'a@example.com',
        status: '4.4.1',
        diagnostic: '4.4.1',
        reportedBy: 'mx.scim.example',
      },
      {
        action: 'delivered',
        recipient: 'b@example.com',
        status: '2.0.0',
        diagnostic: '2.0.0',
        reportedBy: 'mx.scim.example',
      },
    ])
  })

  it.each([
    ['', 'nothing'],
    ['Hello', 'no fields'],
    ['Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.com\nStatus: 5.0.0', 'no action'],
    ['Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@example.com\nAction: relayed', 'relayed'],
    ['Reporting-MTA: dns; x\n\nFinal-Recipient: x400; nobody\nAction: failed', 'no address'],
  ])('says nothing of %j: %s', (text) => {
    expect(readDeliveryStatus(text)).toEqual([])
  })

  it('is read however it is spaced, folded and cased', () => {
    const text =
      ' \t\n\nReporting-MTA : dns; mx.scim.example \n\t\n' +
      ': no name\nno colon\nACTION: FAILED\nactions\nFinal-Recipient:rfc822;  <A<b>@Example.com> \n' +
      'Status:\nDiagnostic-Code: smtp; 550 one\n \t two; three \n\n\n \n'
    expect(readDeliveryStatus(text)).toEqual([
      {
        action: 'failed',
        recipient: 'a<b>@example.com',
        status: '',
        diagnostic: '550 one two; three',
        reportedBy: 'mx.scim.example',
      },
    ])
  })

  it('names the mailbox’s own server where nobody says who reports', () => {
    const text = 'Arrival-Date: x\n\nFinal-Recipient: rfc822; a@example.com\nAction: failed'
    expect(readDeliveryStatus(text)).toEqual([
      {
        action: 'failed',
        recipient: 'a@example.com',
        status: '',
        diagnostic: '',
        reportedBy: 'example.com',
      },
    ])
  })
})
