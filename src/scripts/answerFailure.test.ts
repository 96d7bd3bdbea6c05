import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { noteFailure, type BrokenForm } from '@/failure'
import { inRequest, type RequestUnderWay } from '@/requestId'
import { answerFailure } from './answerFailure'
import { failurePage } from './failurePage'
import { cleanHeaders, secure } from './requestGate'

/** Every answer that failed leaves by the gate, whoever wrote it and in whatever way. */

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

const AWAY = Object.assign(new Error('no'), { code: 'ECONNREFUSED' })

/** A server whose pages do what `handle` does. */
async function gate(handle: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    const underWay: RequestUnderWay = { id: '0123456789abcdef', missing: false }
    cleanHeaders(request, () => false)
    secure(request, response, { https: false, dev: false })
    answerFailure(request, response, underWay, async () =>
      failurePage(request, underWay.failure ?? { away: false }, underWay.id),
    )
    inRequest(underWay, () => handle(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(() => resolve())))
  // as: a TCP server listening on a port has an address of this form.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Next streams: a status, headers, parts. */
const streams: RequestListener = (_request, response) => {
  response.statusCode = 500
  response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Set-Cookie', 'scim_coordonnees=x')
  response.flushHeaders()
  response.write('<html id="__next_error__">')
  response.end('</html>', () => undefined)
}

test('a page that failed because the database is away is a 503 of the house, in its language', async () => {
  const url = await gate((request, response) => {
    noteFailure(new Error('Failed query', { cause: AWAY }))
    streams(request, response)
  })
  for (const [path, lang, title] of [
    ['/biens/villa-mpila', 'fr', 'Le site est interrompu un moment'],
    ['/en/suivi', 'en', 'The site is interrupted for a moment'],
    ['/admin/login', 'fr', 'Le site est interrompu un moment'],
  ] as const) {
    const answer = await fetch(url + path)
    const html = await answer.text()
    expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '30'])
    expect(html).toContain(`<html lang="${lang}">`)
    expect(html).toContain(`<h1>${title}</h1>`)
    expect(html).toContain(`href="${path}"`)
    expect(html).toMatch(/href="mailto:[^"]+@/)
    expect(html).not.toContain('wa.me')
    // A browser asks for an icon where a page names none, and that one would fail as well.
    expect(html).toContain('<link rel="icon" href="data:')
    expect(html).not.toContain('__next_error__')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('set-cookie')).toBe('scim_coordonnees=x')
    const nonce = /<style nonce="([^"]+)">/.exec(html)?.[1] ?? 'none'
    expect(answer.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
  }
})

test('the panel speaks the language that was chosen there', async () => {
  const url = await gate(streams)
  const page = await fetch(`${url}/admin`, { headers: { Cookie: 'a=b; payload-lng=en' } })
  expect(await page.text()).toContain('<h1>A problem occurred</h1>')
})

test('a fault of the program stays a 500, says so, and names what the log calls it', async () => {
  const url = await gate(streams)
  const answer = await fetch(`${url}/`)
  expect(answer.status).toBe(500)
  expect(answer.headers.get('retry-after')).toBeNull()
  const html = await answer.text()
  expect(html).toContain('Un problème est survenu')
  expect(html).toContain('donnez ce numéro : 01234567.')
  expect(html).not.toContain('base de données')
})

test.each([
  ['/favicon.svg', {}],
  ['/api/properties', {}],
  ['/carte/villa-mpila', {}],
  ['/', { RSC: '1' }],
])('%s %o is no page: it says 503, and when to come back', async (path, headers) => {
  const url = await gate((_request, response) => {
    noteFailure(AWAY)
    response.writeHead(500, { 'Content-Type': 'application/json' }).end('{"errors":[]}')
  })
  const answer = await fetch(url + path, { headers })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await answer.text()).toBe('{"errors":[]}')
})

test('what the house says itself of its readiness is left alone', async () => {
  const url = await gate((_request, response) => {
    response.writeHead(503, { 'Content-Type': 'application/json' }).end('{"status":"down"}')
  })
  const answer = await fetch(`${url}/readyz`)
  expect([answer.status, await answer.text()]).toEqual([503, '{"status":"down"}'])
})

test('an answer that did not fail keeps its own length', async () => {
  const url = await gate((_request, response) => {
    noteFailure(AWAY)
    response.end('ok')
  })
  const answer = await fetch(url)
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '2'])
})

const broken = (form: Omit<BrokenForm, 'fields'>, fields: BrokenForm['fields']) =>
  gate((_request, response) => {
    noteFailure(AWAY, { ...form, fields })
    response.statusCode = 503
    response.end('text')
  })

const posted = async (url: string, path: string) => {
  const answer = await fetch(url + path, { method: 'POST' })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
  return answer.text()
}
const SENDING = '/reservation/verification/envoi'
const FIELDS = { cle: 'key-12345678', bien: 'villa', note: '"><script>x</script>' }

test('a request that was not sent says so, and is kept in the page to be sent under its own key', async () => {
  const html = await posted(
    await broken({ subject: 'demande', outcome: 'pas_envoye' }, FIELDS),
    SENDING,
  )
  expect(html).toContain('Votre demande n’a pas été envoyée')
  expect(html).toContain('Cet envoi n’a rien réservé.')
  expect(html).toContain(`<form action="${SENDING}" method="post">`)
  expect(html).toContain('<input type="hidden" name="cle" value="key-12345678"/>')
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('name="essai"')
})

test('a COMMIT whose answer was lost is called unknown, and nothing more', async () => {
  const html = await posted(
    await broken({ subject: 'demande', outcome: 'inconnu' }, FIELDS),
    `/en${SENDING}`,
  )
  expect(html).toContain('We do not know whether your request arrived')
  expect(html).toContain('you find the same reference')
  expect(html).not.toMatch(/not sent|booked nothing/)
  expect(html).toContain('value="key-12345678"')
  // So that an attempt which surely fails later is not called "not sent".
  expect(html).toContain('name="essai" value="oui"')
})

test('a request that is recorded, and whose page alone failed, is shown with its reference', async () => {
  const html = await posted(
    await broken({ subject: 'demande', outcome: 'enregistre', reference: 'RSV-7K3M-9QXA' }, FIELDS),
    SENDING,
  )
  expect(html).toContain('Votre demande est enregistrée')
  expect(html).toContain('RSV-7K3M-9QXA')
})

test('a message is not sent again from here, for it would stand there twice: its page is offered', async () => {
  const html = await posted(
    await broken({ subject: 'message', outcome: 'inconnu' }, { text: 'Bonjour' }),
    '/espace/RSV-7K3M-9QXA/message',
  )
  expect(html).toContain('Nous ne savons pas si votre message est arrivé')
  expect(html).toContain('Bonjour')
  expect(html).toContain('href="/espace/RSV-7K3M-9QXA"')
  expect(html).not.toContain('<form')
})
