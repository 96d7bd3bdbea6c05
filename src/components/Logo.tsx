/** A roof over an open door, lit. */
export function Logo() {
  return (
    <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#f2b84b" />
      <g
        fill="none"
        stroke="#07403f"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M6 16 16 7l10 9" />
        <path d="M10 15v10h12V15" />
      </g>
      <path d="M14 25v-6h4v6" fill="#07403f" />
    </svg>
  )
}
