import { expect, it } from 'vitest'
import { callOutside, isPublicAddress, isWebAddress } from './outbound'

it.each([
  ...['127.0.0.1', '10.0.0.7', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
  ...['169.254.169.254', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
  ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1'],
  ...['::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1'],
  ...['', 'localhost', '1.2.3'],
])('%s is not the public Internet', (address) => expect(isPublicAddress(address)).toBe(false))

it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
  '%s is',
  (address) => expect(isPublicAddress(address)).toBe(true),
)

it.each([
  ...['ftp://example.com/a', 'file:///etc/passwd', 'javascript:alert(1)', 'example.com', ''],
  ...['https://user:secret@example.com/', `https://example.com/${'a'.repeat(2_000)}`],
])('%s is no address to call', (text) => expect(isWebAddress(text)).toBe(false))

it.each([
  ...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://[::1]/'],
  ...['http://[::ffff:7f00:1]/', 'http://169.254.169.254/latest/meta-data/', 'http://localhost/'],
])('%s is refused before anything is sent', async (address) => {
  const call = callOutside(address, {
    method: 'GET',
    headers: {},
    most: 1_000,
    milliseconds: 5_000,
    redirects: 3,
  })
  await expect(call).rejects.toMatchObject({ fault: 'prive' })
})
