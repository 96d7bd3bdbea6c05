/** A roof over an open door, as on the client site. */
export function Icon() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0b5d5b" />
      <path
        d="M6 16 16 7l10 9M10 15v10h12V15"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M14 25v-6h4v6" fill="#f2b84b" />
    </svg>
  )
}
