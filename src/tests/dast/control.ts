import { seek } from './ffuf'
import type { Leaky } from './leaky'
import type { Line } from './report'
import { hold } from './slow'
import { tryEntry } from './sqlmap'
import type { Program } from './tools'
import { walk } from './wapiti'

/** What each tool must see on a site that has its hole. */
const CONTROLS: Record<Program, (leaky: Leaky) => Promise<{ findings: string[] }>> = {
  sqlmap: ({ url }) => tryEntry(url, { path: '/item?id=1' }, 0),
  wapiti: ({ url }) => walk(url, url, { name: 'control', modules: ['xss'], cut: 120 }),
  ffuf: ({ url }) => seek(url, { name: 'control' }),
  slowhttptest: ({ url, pid }) =>
    hold(url, pid, { name: 'control', args: ['-H', '-i', '5'], seconds: 40, path: '/' }),
}

/** A tool that is blind to the hole made for it is a finding itself. */
export async function control(tool: Program, leaky: Leaky): Promise<Line> {
  const { findings } = await CONTROLS[tool](leaky)
  return {
    tool: 'control',
    target: `${tool} sees the hole made for it`,
    tried: findings.length,
    findings: findings.length > 0 ? [] : [`${tool} saw nothing`],
  }
}
