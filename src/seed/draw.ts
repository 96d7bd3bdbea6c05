import sharp from 'sharp'
import { room, type Pick } from './drawRoom'

/** Draws the demo's pictures: houses in warm light and what is inside, the same for the same slug. */

export type Scene = 'villa' | 'maison' | 'immeuble' | 'jardin' | 'mer'

/** A small seeded generator (mulberry32), so that every run draws the same picture. */
function random(seed: string): () => number {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const SKIES = [
  ['#f9d8a8', '#f7efe0'],
  ['#a9d3e0', '#eef6f4'],
  ['#f3b98f', '#fbe9d4'],
  ['#8fbfd6', '#fdf3df'],
] as const
const WALLS = ['#f4e7d3', '#e9d3b5', '#f2efe8', '#dfe7e2', '#f0d9c8']
const ROOFS = ['#a4492f', '#7d4b3a', '#0b5d5b', '#8c5a2b']

function palm(x: number, ground: number, height: number): string {
  const top = ground - height
  const leaves = [-62, -34, -8, 18, 44, 70]
    .map((angle) => {
      const radians = ((angle - 10) * Math.PI) / 180
      const length = height * 0.52
      const endX = x + Math.sin(radians) * length
      const endY = top + Math.abs(Math.sin(radians)) * length * 0.45 - length * 0.12
      const midX = x + Math.sin(radians) * length * 0.5
      return `<path d="M${x} ${top}Q${midX} ${top - length * 0.35} ${endX} ${endY}Q${midX} ${top - length * 0.1} ${x} ${top}" fill="#3d7a4a"/>`
    })
    .join('')
  return `<path d="M${x - 7} ${ground}Q${x + 6} ${ground - height / 2} ${x} ${top}" stroke="#7a5a3c" stroke-width="13" fill="none"/>${leaves}`
}

const tree = (x: number, ground: number, size: number, colour: string) =>
  `<rect x="${x - 8}" y="${ground - size}" width="16" height="${size}" fill="#6d4f35"/><circle cx="${x}" cy="${ground - size - size * 0.35}" r="${size * 0.62}" fill="${colour}"/><circle cx="${x - size * 0.42}" cy="${ground - size}" r="${size * 0.42}" fill="${colour}" opacity=".92"/><circle cx="${x + size * 0.42}" cy="${ground - size * 1.02}" r="${size * 0.4}" fill="${colour}" opacity=".9"/>`

function windows(
  x: number,
  y: number,
  columns: number,
  rows: number,
  stepX: number,
  stepY: number,
) {
  let drawn = ''
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const left = x + column * stepX
      const top = y + row * stepY
      drawn += `<rect x="${left}" y="${top}" width="58" height="74" rx="4" fill="#35525a"/><path d="M${left} ${top + 74}l58-74v74z" fill="#fff" opacity=".14"/><rect x="${left - 6}" y="${top + 74}" width="70" height="8" fill="#fff" opacity=".7"/>`
    }
  return drawn
}

function house(scene: Scene, wall: string, roof: string, ground: number): string {
  if (scene === 'immeuble')
    return `<rect x="380" y="${ground - 500}" width="460" height="500" fill="${wall}"/><rect x="360" y="${ground - 520}" width="500" height="26" fill="${roof}"/>${windows(425, ground - 460, 5, 4, 82, 112)}<rect x="575" y="${ground - 96}" width="72" height="96" rx="4" fill="#5a3d2b"/>`
  const wide = scene === 'villa' || scene === 'mer'
  const left = wide ? 260 : 360
  const width = wide ? 680 : 480
  const height = wide ? 230 : 250
  const top = ground - height
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${wall}"/><path d="M${left - 46} ${top + 8}L${left + width / 2} ${top - 150}L${left + width + 46} ${top + 8}z" fill="${roof}"/><path d="M${left - 46} ${top + 8}h${width + 92}" stroke="#000" stroke-opacity=".18" stroke-width="9"/>${windows(left + 50, top + 70, wide ? 3 : 1, 1, 104, 0)}${windows(left + width - 120, top + 70, 1, 1, 0, 0)}<rect x="${left + width / 2 + 6}" y="${ground - 148}" width="78" height="148" rx="5" fill="#5a3d2b"/><circle cx="${left + width / 2 + 72}" cy="${ground - 72}" r="5" fill="#f2b84b"/>${wide ? `<rect x="${left + 20}" y="${ground - 20}" width="${width - 40}" height="20" fill="#cdb795"/>` : ''}`
}

function picture(slug: string, scene: Scene, view: number): string {
  const next = random(`${slug}-${view}`)
  const pick: Pick = (items) => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const sky = pick(SKIES)
  if (view === 2) return onSheet(sky, room(pick, next, sky))
  const ground = 610 + Math.round(next() * 30)
  const sun = `<circle cx="${160 + next() * 850}" cy="${130 + next() * 110}" r="${46 + next() * 26}" fill="#fff4d2" opacity=".95"/>`
  const hills = `<path d="M0 ${ground}Q300 ${ground - 130 - next() * 70} 640 ${ground - 40}T1200 ${ground - 90}V800H0z" fill="#9fb68f" opacity=".55"/>`
  const sea = `<rect y="${ground - 90}" width="1200" height="110" fill="#3f8fa3"/><path d="M0 ${ground - 58}h1200M120 ${ground - 30}h420M700 ${ground - 36}h380" stroke="#fff" stroke-opacity=".45" stroke-width="4"/>`
  const soil = scene === 'mer' ? '#ecd9ab' : '#86a765'
  const greens = ['#4b8453', '#5d9560', '#3f7048']
  const left =
    scene === 'mer' ? palm(150, ground + 40, 330) : tree(150, ground + 20, 120, pick(greens))
  const right =
    scene === 'immeuble'
      ? tree(1010, ground + 20, 110, pick(greens))
      : palm(1060, ground + 30, 300 + next() * 60)
  const flowers = Array.from({ length: 26 }, () => {
    const x = next() * 1200
    const y = ground + 45 + next() * 120
    return `<circle cx="${x}" cy="${y}" r="${5 + next() * 6}" fill="${pick(['#d9524a', '#f2b84b', '#e58fa8'])}"/>`
  }).join('')
  const clouds = [0, 1]
    .map(() => cloud(next() * 1000, 90 + next() * 120, 0.7 + next() * 0.6))
    .join('')
  const soilBand = `<rect y="${ground}" width="1200" height="200" fill="${soil}"/>`
  const shade = `<ellipse cx="620" cy="${ground + 14}" rx="420" ry="22" fill="#000" opacity=".14"/>`
  const path = `<path d="M560 800Q600 ${ground + 90} 650 ${ground + 6}h70Q720 ${ground + 100} 800 800z" fill="#d8c29a" opacity=".9"/>`
  const fence = next() > 0.5 && scene !== 'mer' ? wallAround(ground + 66, pick(WALLS)) : ''
  return onSheet(
    sky,
    `${sun}${clouds}${scene === 'mer' ? sea : hills}${soilBand}${left}${shade}${house(scene, pick(WALLS), pick(ROOFS), ground + 6)}${right}${path}${scene === 'mer' ? '' : flowers}${fence}`,
  )
}

const cloud = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="#fff" opacity=".6"><ellipse cx="80" cy="30" rx="80" ry="22"/><ellipse cx="60" cy="16" rx="38" ry="24"/><ellipse cx="104" cy="18" rx="32" ry="20"/></g>`

/** The low wall of a plot, with its gate where the path comes in. */
const wallAround = (top: number, colour: string) =>
  `<path d="M0 ${top}h520v54H0zM800 ${top}h400v54H800z" fill="${colour}"/><path d="M0 ${top}h520v10H0zM800 ${top}h400v10H800z" fill="#000" opacity=".18"/><rect x="508" y="${top - 26}" width="30" height="82" fill="#8c5a2b"/><rect x="786" y="${top - 26}" width="30" height="82" fill="#8c5a2b"/>`

const onSheet = ([high, low]: readonly [string, string], drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="${high}"/><stop offset="1" stop-color="${low}"/></linearGradient></defs><rect width="1200" height="800" fill="url(#s)"/>${drawing}</svg>`

/** A picture of 1200 by 800 as WebP. @param view 1 from the street, 2 inside */
export function draw(slug: string, scene: Scene, view: 1 | 2): Promise<Buffer> {
  return sharp(Buffer.from(picture(slug, scene, view)))
    .webp({ quality: 82 })
    .toBuffer()
}
