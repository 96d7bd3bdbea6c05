type Props = { photo: string | null; title: string; place: string; price: string }

/** Drawn by `next/og`, which knows only inline styles; it never becomes a page. */
export function SharePicture({ photo, title, place, price }: Props) {
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: '#07403f' }}>
      {photo && (
        // This is drawn into a picture, never shown as a page: there is nothing to optimise.
        // eslint-disable-next-line @next/next/no-img-element
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
          background: '#0b5d5b',
          borderTop: '10px solid #f2b84b',
          color: '#ffffff',
        }}
      >
        <div style={{ fontSize: 52, fontWeight: 700 }}>{title}</div>
        <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 34 }}>
          <span>{place}</span>
          <span style={{ color: '#f2b84b' }}>{price}</span>
        </div>
        <div style={{ fontSize: 26, marginTop: 8, color: '#cfe3e0' }}>SCIM Immobilier</div>
      </div>
    </div>
  )
}
