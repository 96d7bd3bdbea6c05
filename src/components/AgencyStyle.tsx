import { NEUTRAL_COLOUR } from '@/domain/agency'
import { siteStyle } from '@/domain/paletteStyle'

/** The agency's colour, where it is not the one that the style sheets name. */
export function AgencyStyle({ colour, nonce }: { colour: string; nonce?: string }) {
  if (colour === NEUTRAL_COLOUR) return null
  return <style nonce={nonce}>{siteStyle(colour)}</style>
}
