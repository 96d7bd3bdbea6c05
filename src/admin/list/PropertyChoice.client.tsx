'use client'

import { useRouter } from 'next/navigation'

type Props = {
  label: string
  all: string
  none: string
  options: { title: string; href: string }[]
}

/** The list of one property. A button follows the choice, so that arrow keys change nothing yet. */
export function PropertyChoice({ label, all, none, options }: Props) {
  const router = useRouter()
  return (
    <form
      method="get"
      className="scim-choice"
      onSubmit={(event) => {
        event.preventDefault()
        const href = new FormData(event.currentTarget).get('bien')
        router.push(typeof href === 'string' ? href : none)
      }}
    >
      <label htmlFor="scim-bien">{label}</label>
      <select id="scim-bien" name="bien">
        <option value={none}>{all}</option>
        {options.map(({ title, href }) => (
          <option key={href} value={href}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit">OK</button>
    </form>
  )
}
