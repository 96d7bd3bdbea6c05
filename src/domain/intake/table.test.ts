import { describe, expect, test } from 'vitest'
import { LARGEST_FILE, MOST_ROWS, readTable } from './table'

const utf8 = (text: string) => new TextEncoder().encode(text)
const tableOf = (bytes: Uint8Array) => {
  const read = readTable(bytes)
  if ('fault' in read) throw new Error(read.fault.fr)
  return read.table
}
const faultOf = (bytes: Uint8Array) => {
  const read = readTable(bytes)
  return 'fault' in read ? read.fault.fr : null
}

const EXPECTED = { header: ['nom', 'ville'], rows: [{ line: 2, cells: ['Zoé', 'Goma'] }] }

describe('the same table, as different programs save it', () => {
  test.each([
    ['semicolons, UTF-8', utf8('nom;ville\r\nZoé;Goma\r\n')],
    ['commas, UTF-8 with a mark', utf8('\ufeffnom,ville\nZoé,Goma')],
    ['tabs', utf8('nom\tville\rZoé\tGoma\r')],
    ['quotation marks', utf8('"nom";"ville"\n"Zoé";"Goma"\n')],
    ['Windows-1252', Uint8Array.from([...utf8('nom;ville\nZo'), 0xe9, ...utf8(';Goma\n')])],
    [
      'UTF-16 with a mark',
      Uint8Array.from(
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('nom;ville\nZoé;Goma\n', 'utf16le')]),
      ),
    ],
    ['blank lines between', utf8('nom;ville\n')],
  ])('%s', (name, bytes) => {
    if (name === 'blank lines between')
      expect(tableOf(utf8('nom;ville\n\n;;\nZoé;Goma\n')).rows).toEqual([
        { line: 4, cells: ['Zoé', 'Goma'] },
      ])
    else expect(tableOf(bytes)).toEqual(EXPECTED)
  })
})

test.each([
  ['semicolons', 'sep=;\r\nnom;ville\r\nZoé, dite Zo;Goma, Kivu\r\n'],
  ['commas', 'SEP=,\nnom,ville\n"Zoé, dite Zo","Goma, Kivu"\n'],
  ['tabs', '\ufeffsep=\t\nnom\tville\nZoé, dite Zo\tGoma, Kivu\n'],
  ['what nothing else would tell', '"sep=|"\nnom|ville\nZoé, dite Zo|Goma, Kivu\n'],
])('a first line of Excel that names %s is obeyed, and is not the header', (_, text) => {
  expect(tableOf(utf8(text))).toEqual({
    header: ['nom', 'ville'],
    rows: [{ line: 3, cells: ['Zoé, dite Zo', 'Goma, Kivu'] }],
  })
})

test('that line alone is an empty file', () => {
  expect(faultOf(utf8('sep=;\n'))).toBe('Ce fichier est vide.')
})

test('a separator inside quotation marks parts nothing, and a doubled mark is one', () => {
  const { header, rows } = tableOf(utf8('"a;b,c,d";x\n"il dit ""oui""; bien";2\n'))
  expect(header).toEqual(['a;b,c,d', 'x'])
  expect(rows).toEqual([{ line: 2, cells: ['il dit "oui"; bien', '2'] }])
})

test.each(['\n', '\r\n', '\r'])(
  'a cell of several lines: the next line keeps its number, whatever parts lines',
  (end) => {
    const lines = ['nom;note', 'Zoé;"une', 'deux', 'trois"', '', 'Awa;x', '']
    const { rows } = tableOf(utf8(lines.join(end)))
    expect(rows).toEqual([
      { line: 2, cells: ['Zoé', 'une\ndeux\ntrois'] },
      { line: 6, cells: ['Awa', 'x'] },
    ])
  },
)

test('what a spreadsheet was kept from running is read without its apostrophe', () => {
  expect(tableOf(utf8("t\n'+242066123456\n'déjà\n")).rows.map(({ cells }) => cells[0])).toEqual([
    '+242066123456',
    "'déjà",
  ])
})

test('rows that are too short or too long are read as they are', () => {
  const { rows } = tableOf(utf8('a;b\n1\n1;2;3\n'))
  expect(rows.map(({ cells }) => cells)).toEqual([['1'], ['1', '2', '3']])
})

test.each([
  ['nothing', utf8(''), 'Ce fichier est vide.'],
  ['a mark alone', utf8('\ufeff'), 'Ce fichier est vide.'],
  ['titles alone', utf8('nom;ville\n'), 'Ce fichier n’a pas de ligne sous ses titres de colonnes.'],
  ['a program', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'Ce n’est pas un fichier CSV.'],
  [
    'a zip of Excel',
    Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]),
    'Ce n’est pas un fichier CSV.',
  ],
  ['an open mark', utf8('a;b\n1;2\n"x;3\n4;5\n'), 'un guillemet n’y est pas refermé'],
  ['too many bytes', new Uint8Array(LARGEST_FILE + 1).fill(65), 'trop grand'],
  ['too many lines', utf8(`a\n${'1\n'.repeat(MOST_ROWS + 1)}`), 'plus de 5000 lignes'],
])('%s is refused with a sentence', (_, bytes, sentence) => {
  expect(faultOf(bytes)).toContain(sentence)
})

test('blank lines count for nothing', () => {
  const blank = ';\n\n'.repeat(MOST_ROWS)
  expect(tableOf(utf8(`a;b\n${blank}1;2\n`)).rows).toEqual([
    { line: 2 * MOST_ROWS + 2, cells: ['1', '2'] },
  ])
})

test('as many lines as allowed are read', () => {
  expect(tableOf(utf8(`a\n${'1\n'.repeat(MOST_ROWS)}`)).rows).toHaveLength(MOST_ROWS)
})

test.each<[string, Uint8Array, string[]]>([
  ['marks in a quoted title part nothing', utf8('"a,b,c,d";x\n1;2\n'), ['a,b,c,d', 'x']],
  [
    'nor beside a doubled mark',
    utf8('"il dit ""a,b,c"" ici";x\n1;2\n'),
    ['il dit "a,b,c" ici', 'x'],
  ],
  ['nor over a line’s end', utf8('"a,\nb,c";x\n1;2\n'), ['a,\nb,c', 'x']],
  ['a lone column', utf8('nom\nZoé\n'), ['nom']],
  ['blanks around titles', utf8(' nom ; ville\n1;2\n'), ['nom', 'ville']],
  ['ÿ is a letter of Windows-1252', Uint8Array.from([0xff, ...utf8('a;b\n1;2\n')]), ['ÿa', 'b']],
  ['þ is one too', Uint8Array.from([65, 0xfe, ...utf8(';b\n1;2\n')]), ['Aþ', 'b']],
  ['an apostrophe within a word', utf8("l'=a;'b\n1;2\n"), ["l'=a", "'b"]],
])('%s', (_, bytes, header) => {
  expect(tableOf(bytes).header).toEqual(header)
})

test('a mark of inches is no quotation mark, and a line counts when any cell has words', () => {
  expect(tableOf(utf8('a;b\n5" tube;\n ; \n;2\n')).rows).toEqual([
    { line: 2, cells: ['5" tube', ''] },
    { line: 4, cells: ['', '2'] },
  ])
})

test('the line where a quotation mark stays open is named, not the end of the file', () => {
  const read = readTable(utf8('a;b\n1;2\n"x;3\n4;5\n6;7\n'))
  expect('fault' in read && read.fault).toEqual({
    fr: 'Le fichier ne se lit plus à partir de la ligne 3 : un guillemet n’y est pas refermé.',
    en: 'The file cannot be read from line 3 on: a quotation mark is not closed there.',
  })
})
