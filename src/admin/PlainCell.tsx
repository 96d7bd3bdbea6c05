import type { DefaultServerCellComponentProps } from 'payload'

/** A text that may be missing: Payload would write '<No Subject>'. */
export function PlainCell({ cellData }: DefaultServerCellComponentProps) {
  return <span>{cellData ? String(cellData) : '–'}</span>
}
