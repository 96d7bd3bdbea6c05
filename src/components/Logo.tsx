import type { Agency } from '@/domain/agency'

const SUN = 'var(--sun)'
const DEEP = 'var(--teal-deep)'

/** The agency's logo, or its drawn mark: a roof over an open door, lit, or its initials. */
export function Logo({ agency: { logo, mark, initials } }: { agency: Agency }) {
  if (logo)
    // Its name stands beside it.
    // eslint-disable-next-line @next/next/no-img-element -- A small file from this site: there is nothing to optimise.
    return <img className="logo" src={logo.url} width={logo.width} height={logo.height} alt="" />
  return (
    <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill={SUN} />
      {mark === 'maison' ? <House /> : <Initials text={initials} />}
    </svg>
  )
}

const House = () => (
  <>
    <g fill="none" stroke={DEEP} strokeWidth="2.6" strokeLinecap="round" strokeLinejoin="round">
      <path d="M6 16 16 7l10 9" />
      <path d="M10 15v10h12V15" />
    </g>
    <path d="M14 25v-6h4v6" fill={DEEP} />
  </>
)

const Initials = ({ text }: { text: string }) => (
  <text x="16" y="21.5" textAnchor="middle" fontSize="15" fontWeight="700" fill={DEEP}>
    {text}
  </text>
)
