/** Dark squares (a QR code) as one path of SVG, a unit each. @param rows true where it is dark */
export function squares(rows: readonly (readonly boolean[])[]): { size: number; path: string } {
  const runs = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      const width = (end < 0 ? row.length : end) - x
      return [`M${x} ${y}h${width}v1h-${width}z`]
    }),
  )
  return { size: rows.length, path: runs.join('') }
}
