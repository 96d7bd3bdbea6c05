import type { ServerProps } from 'payload'
import { markFile } from '@/domain/mark'
import { panelStyle } from '@/domain/paletteStyle'
import { NEUTRAL_COLOUR, type Agency } from '@/domain/agency'
import { agencyOf } from './agency'

/** The agency's logo or drawn mark, as on the client site. */
export async function Icon({ payload }: Pick<ServerProps, 'payload'>) {
  return <Mark agency={await agencyOf(payload)} />
}

export function Mark({ agency }: { agency: Agency }) {
  const drawn = `data:image/svg+xml,${encodeURIComponent(markFile(agency))}`
  return (
    <>
      {agency.colour !== NEUTRAL_COLOUR && (
        // Hoisted into the head: inside the panel's bar everything is shown as a block.
        <style href={`couleur-${agency.colour.slice(1)}`} precedence="agence">
          {panelStyle(agency.colour)}
        </style>
      )}
      {/* eslint-disable-next-line @next/next/no-img-element -- A small file: there is nothing to optimise. */}
      <img src={agency.logo?.url ?? drawn} width={28} height={28} alt="" className="scim-mark" />
    </>
  )
}
