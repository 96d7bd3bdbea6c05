import { createHmac } from 'node:crypto'

/** An authenticator app, written from RFC 6238 and 4648 and sharing no code with the program. */

function bytesOf(base32: string): Buffer {
  const bits = [...base32]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

/** What it shows. @param steps how many half minutes from now */
export function shown(secret: string, steps = 0): string {
  const counter = Buffer.alloc(8)
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest()
  const at = (mac[19] ?? 0) % 16
  return String((mac.readUInt32BE(at) % 2 ** 31) % 1_000_000).padStart(6, '0')
}
