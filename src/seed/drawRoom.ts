/** The inside of a property, for the demo's second picture. */

export type Pick = <Item>(items: readonly Item[]) => Item

const WALLS = ['#efe4d2', '#e6ebe4', '#f3ead9', '#e9e0e4', '#e3e8ea'] as const
const FLOORS = ['#b98a5e', '#a8774b', '#cbb79a', '#9c7a5b'] as const
const SOFAS = ['#0b5d5b', '#8c4a36', '#4f6a86', '#6f7d4e', '#7a5470'] as const
const CLOTHS = ['#d9a441', '#b5532f', '#c98f6b', '#7f9a8a'] as const

/** Raffia cloth in a frame: rows of lozenges, as the weavers of the Kasaï make it. */
function cloth(x: number, y: number, colour: string): string {
  const lozenges = Array.from({ length: 12 }, (_, index) => {
    const left = x + 22 + (index % 3) * 44
    const top = y + 24 + Math.floor(index / 3) * 48
    return `<path d="M${left} ${top}l22-20 22 20-22 20z" fill="none" stroke="#3b2a1c" stroke-width="6"/>`
  }).join('')
  return `<rect x="${x}" y="${y}" width="176" height="216" fill="#5a3d2b"/><rect x="${x + 10}" y="${y + 10}" width="156" height="196" fill="${colour}"/>${lozenges}`
}

function windowOn(x: number, sky: string, low: string): string {
  const garden = `<rect x="${x}" y="372" width="300" height="68" fill="#7fa36a"/><circle cx="${x + 60}" cy="352" r="46" fill="#4b8453"/><circle cx="${x + 236}" cy="364" r="36" fill="#5d9560"/><path d="M${x + 160} 440q6-110 2-170" stroke="#7a5a3c" stroke-width="10" fill="none"/><path d="M${x + 162} 272q-60-30-96 12 50-14 96-12 60-36 100 10-52-14-100-10-6-46-50-66 40 18 50 66" fill="#3d7a4a"/>`
  const frame = `<path d="M${x} 130h300v310h-300zM${x + 150} 130v310M${x} 250h300" fill="none" stroke="#fff" stroke-width="14"/>`
  const curtain = (left: number) =>
    `<path d="M${left} 104h70q-14 170 6 372h-82q14-190 6-372z" fill="#f7efe0" opacity=".95"/><path d="M${left + 22} 104q-6 190-4 372M${left + 48} 104q-4 190 2 372" stroke="#d9c9ad" stroke-width="4" fill="none"/>`
  return `<rect x="${x}" y="130" width="300" height="310" fill="${sky}"/><rect x="${x}" y="280" width="300" height="100" fill="${low}"/>${garden}${frame}${curtain(x - 62)}${curtain(x + 292)}<rect x="${x - 90}" y="94" width="480" height="12" rx="6" fill="#5a3d2b"/>`
}

function sofa(x: number, colour: string, cushion: string): string {
  return `<ellipse cx="${x + 230}" cy="668" rx="270" ry="22" fill="#000" opacity=".14"/><rect x="${x}" y="470" width="460" height="150" rx="28" fill="${colour}"/><rect x="${x}" y="470" width="460" height="150" rx="28" fill="#fff" opacity=".08"/><rect x="${x - 30}" y="520" width="70" height="136" rx="26" fill="${colour}"/><rect x="${x + 420}" y="520" width="70" height="136" rx="26" fill="${colour}"/><rect x="${x + 34}" y="566" width="194" height="78" rx="18" fill="${colour}"/><rect x="${x + 232}" y="566" width="194" height="78" rx="18" fill="${colour}"/><path d="M${x + 34} 604h392" stroke="#000" stroke-opacity=".15" stroke-width="4"/><rect x="${x + 58}" y="508" width="84" height="74" rx="14" fill="${cushion}" transform="rotate(-9 ${x + 100} 545)"/><rect x="${x + 326}" y="512" width="78" height="70" rx="14" fill="#f4ead6" transform="rotate(8 ${x + 365} 547)"/><path d="M${x - 12} 656v22M${x + 472} 656v22" stroke="#3b2a1c" stroke-width="12"/>`
}

function plant(x: number): string {
  const leaves = [-70, -42, -14, 16, 44, 72]
    .map((angle) => {
      const lean = (angle / 90) * 130
      return `<path d="M${x} 560q${lean * 0.2} -120 ${lean} -${190 - Math.abs(angle)}q${-lean * 0.5} 60 ${-lean} ${190 - Math.abs(angle)}" fill="#3f7a4c"/>`
    })
    .join('')
  return `<ellipse cx="${x}" cy="668" rx="60" ry="12" fill="#000" opacity=".16"/>${leaves}<path d="M${x - 46} 556h92l-14 112h-64z" fill="#b5653f"/><path d="M${x - 46} 556h92l-3 20h-86z" fill="#8f4c2d"/>`
}

const lamp = (x: number) =>
  `<path d="M${x} 300v360" stroke="#3b2a1c" stroke-width="8"/><ellipse cx="${x}" cy="664" rx="44" ry="10" fill="#3b2a1c"/><circle cx="${x}" cy="290" r="120" fill="#ffe7ae" opacity=".35"/><path d="M${x - 56} 320l26-90h60l26 90z" fill="#f6dfae"/>`

/** What stands on a drawing of 1200 by 800. @param next a seeded random number from 0 to 1 */
export function room(pick: Pick, next: () => number, sky: readonly [string, string]): string {
  const mirrored = next() > 0.5 ? ' transform="translate(1200 0) scale(-1 1)"' : ''
  const wall = pick(WALLS)
  const floor = pick(FLOORS)
  const boards = Array.from({ length: 9 }, (_, index) => {
    const x = -300 + index * 225
    return `<path d="M${600 + (x - 300) * 0.55} 590L${x} 800" stroke="#000" stroke-opacity=".13" stroke-width="4"/>`
  }).join('')
  const left = 150 + next() * 50
  const seat = 560 + next() * 60
  return `<g${mirrored}><rect width="1200" height="600" fill="${wall}"/><path d="M0 0h1200v46H0z" fill="#fff" opacity=".5"/><rect y="590" width="1200" height="210" fill="${floor}"/>${boards}<rect y="572" width="1200" height="20" fill="#fff" opacity=".75"/>${windowOn(left, sky[0], sky[1])}<path d="M${left} 600L${left + 300} 600 ${left + 470} 800 ${left + 20} 800z" fill="#fff" opacity=".16"/>${cloth(seat + 60 + next() * 120, 170, pick(CLOTHS))}<ellipse cx="700" cy="716" rx="430" ry="66" fill="${pick(CLOTHS)}"/><ellipse cx="700" cy="716" rx="380" ry="52" fill="#f4ead6" opacity=".55"/>${lamp(seat + 560 > 1150 ? 1130 : seat + 560)}${sofa(seat, pick(SOFAS), pick(CLOTHS))}${plant(left - 50)}<ellipse cx="650" cy="744" rx="120" ry="20" fill="#000" opacity=".15"/><ellipse cx="650" cy="704" rx="130" ry="26" fill="#6d4a31"/><ellipse cx="650" cy="698" rx="130" ry="26" fill="#8a6242"/><path d="M580 716v34M720 716v34" stroke="#4d3422" stroke-width="10"/><path d="M618 694q4-26 24-26t24 26z" fill="#f2b84b"/></g>`
}
