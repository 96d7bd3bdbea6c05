import { BlockList, isIPv4 } from 'node:net'
import { CannotRun } from './command'

/** Whether an address belongs to one of the ranges of TRUSTED_PROXIES. */
export function trustedBy(ranges: string[]): (address: string) => boolean {
  const list = new BlockList()
  for (const range of ranges) {
    const [network = '', bits] = range.split('/')
    const family = isIPv4(network) ? 'ipv4' : 'ipv6'
    try {
      if (bits === undefined) list.addAddress(network, family)
      else list.addSubnet(network, Number(bits), family)
    } catch {
      throw new CannotRun(`TRUSTED_PROXIES: "${range}" is neither an address nor a CIDR range.`)
    }
  }
  return (address) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
}
