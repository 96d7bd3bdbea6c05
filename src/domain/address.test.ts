import { describe, expect, it } from 'vitest'
import { clientAddress, networkOf, normalAddress } from './address'

const PROXIES = ['127.0.0.1', '10.0.0.1', '10.0.0.2', '::1']
const seenBy = (socketAddress: string | undefined, forwardedFor?: string) =>
  clientAddress({
    socketAddress,
    forwardedFor,
    trusted: (address) => PROXIES.includes(address),
  })

describe('an address is written one way', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:127.0.0.1', '127.0.0.1'],
    ['::FFFF:10.0.0.1', '10.0.0.1'],
    [' 203.0.113.5 ', '203.0.113.5'],
    ['203.0.113.5:4711', '203.0.113.5'],
    ['[2001:db8::1]:4711', '2001:db8::1'],
    ['2001:DB8::1', '2001:db8::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['fe80::1%', 'fe80::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['::ffff:203.0.113.255', '203.0.113.255'],
    ['1::ffff:10.0.0.1', '1::ffff:10.0.0.1'],
  ])('%s is %s', (text, address) => {
    expect(normalAddress(text)).toBe(address)
  })

  it.each([
    '',
    'unknown',
    '999.1.1.1',
    '1.2.3',
    '<script>',
    '_hidden',
    '1.2.3.4, 5.6.7.8',
    '::ffff:1.2.3.4.5',
    '1.2.3.4:x',
  ])('"%s" is no address', (text) => {
    expect(normalAddress(text)).toBeNull()
  })
})

describe('the client', () => {
  it.each([
    ['is the socket when nobody is trusted', '203.0.113.5', '198.51.100.7', '203.0.113.5'],
    ['is the socket when the proxy says nothing', '127.0.0.1', undefined, '127.0.0.1'],
    ['is whom a trusted proxy saw', '127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['is believed through a mapped address', '::ffff:127.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['is behind two proxies', '10.0.0.1', '198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['cannot put a name before its own', '127.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['cannot pose as a proxy', '127.0.0.1', '1.1.1.1, 10.0.0.9', '10.0.0.9'],
    ['is the first proxy when all are ours', '10.0.0.1', '10.0.0.2', '10.0.0.2'],
    ['is the proxy when the list is unreadable', '127.0.0.1', '1.1.1.1, garbage', '127.0.0.1'],
    ['is the proxy when the list is empty', '127.0.0.1', ' , ', '127.0.0.1'],
  ])('%s', (_case, socket, forwarded, client) => {
    expect(seenBy(socket, forwarded)).toBe(client)
  })

  it('has a name even when the socket is gone', () => {
    expect(seenBy(undefined, '198.51.100.7')).toBe('inconnue')
  })
})

describe('who is counted together', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['inconnue', 'inconnue'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:db8::5:6:7:8:9', '2001:db8:0:5::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::ffff:10.0.0.1', '1:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})
