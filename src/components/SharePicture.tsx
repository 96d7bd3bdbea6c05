import { mixed, paletteOf } from '@/domain/palette'

type Props = {
  photo: string | null
  title: string
  place: string
  price: string
  agency: string
  colour: string
}

/** Drawn by `next/og`, which knows only inline styles; it never becomes a page. */
export function SharePicture({ photo, title, place, price, agency, colour }: Props) {
  const { quiet, sun } = paletteOf(colour)
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: mixed(colour, '#000000', 0.3),
      }}
    >
      {photo && (
        // eslint-disable-next-line @next/next/no-img-element -- Drawn into a picture, never shown as a page: there is nothing to optimise.
        <img src={photo} alt="" width={1200} height={630} style={{ position: 'absolute' }} />
      )}
      <div
        style={{
          display: 'flex',
          flexDirection: 'column',
          position: 'absolute',
          left: 0,
          right: 0,
          bottom: 0,
          padding: '28px 48px 34px',
          background: colour,
          borderTop: `10px solid ${sun}`,
          color: '#ffffff',
        }}
      >
        <div style={{ fontSize: 52, fontWeight: 700 }}>{title}</div>
        <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 34 }}>
          <span>{place}</span>
          <span style={{ color: sun }}>{price}</span>
        </div>
        <div style={{ fontSize: 26, marginTop: 8, color: quiet }}>{agency}</div>
      </div>
    </div>
  )
}
