import { Icon } from './Icon'

export function Logo() {
  return (
    <span className="scim-logo">
      <Icon />
      <span>SCIM Immobilier</span>
    </span>
  )
}
