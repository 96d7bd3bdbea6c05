// The client site without a network. Pages come from the network first: nothing old is shown as new.
// A request that could not leave is kept here and sent once, by its own key, when the network is back.
const STATIC = 'statique-1'
const PAGES = 'pages-1'
const WAITING = 'a-envoyer-1'
const MOST = { [STATIC]: 60, [PAGES]: 20 }

const FRAME = /^\/(_next\/static\/|portal\.js|favicon\.svg)/
const PERSONAL = /^(\/en)?\/(espace(\/RSV-[\w-]+)?|reservation\/confirmation\/[\w-]+)$/
const SENDING = /^(\/en)?\/reservation\/(coordonnees|verification)\/envoi$/
const BOOKED = /\/(confirmation|espace)\/RSV-[\w-]+$/
const FORGETTING = /^(\/en)?\/espace\/oublier$/

const prefixOf = (path) => (/^\/en(\/|$)/.test(path) ? '/en' : '')
const offlinePage = (path) => `${prefixOf(path)}/hors-ligne`

addEventListener('install', (event) => {
  skipWaiting()
  event.waitUntil(prepare())
})

/** The offline pages, and what they need to look like the others. */
async function prepare() {
  const cache = await caches.open(STATIC)
  for (const path of ['/hors-ligne', '/en/hors-ligne']) {
    const response = await fetch(path)
    if (!response.ok) throw new Error(`no offline page: ${response.status}`)
    const html = await response.clone().text()
    await cache.put(path, response)
    const needed = html.match(
      /\/(_next\/static\/[^"'\\]+\.css|portal\.js\?v=\w+|favicon\.svg\?v=\w+)/g,
    )
    await cache.addAll([...new Set(needed)])
  }
}

/** After a new version of the site the old offline page would lack its style: once a day is enough. */
async function prepareDaily() {
  const known = await caches.match('/hors-ligne')
  const age = Date.now() - new Date(known?.headers.get('date') ?? 0).getTime()
  if (age > 86_400_000) await prepare()
}

addEventListener('activate', (event) => {
  const known = [STATIC, PAGES, WAITING]
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => !known.includes(name)))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => clients.claim()),
  )
})

addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.mode !== 'navigate') {
    if (request.method === 'GET' && FRAME.test(pathname)) event.respondWith(fromFrame(request))
    return
  }
  if (request.method === 'GET') {
    event.respondWith(page(request, pathname))
    if (PERSONAL.test(pathname)) event.waitUntil(prepareDaily().catch(() => undefined))
  } else if (SENDING.test(pathname)) event.respondWith(send(request, pathname))
  else if (FORGETTING.test(pathname))
    event.waitUntil(Promise.all([caches.delete(PAGES), caches.delete(WAITING)]))
})

addEventListener('sync', (event) => event.waitUntil(sendAll()))
addEventListener('message', (event) => event.waitUntil(sendAll()))

async function keep(name, key, response) {
  const cache = await caches.open(name)
  await cache.put(key, response)
  const keys = await cache.keys()
  const spare = keys.filter(({ url }) => !url.endsWith('/hors-ligne'))
  await Promise.all(spare.slice(0, -MOST[name]).map((old) => cache.delete(old)))
}

async function fromFrame(request) {
  const known = await caches.match(request)
  if (known) return known
  const response = await fetch(request)
  if (response.ok) await keep(STATIC, request, response.clone())
  return response
}

async function page(request, pathname) {
  try {
    const response = await fetch(request)
    if (response.ok && PERSONAL.test(pathname)) await keep(PAGES, pathname, response.clone())
    return response
  } catch {
    const seen = PERSONAL.test(pathname) && (await caches.match(pathname))
    return seen ? lastSeen(seen, pathname) : caches.match(offlinePage(pathname))
  }
}

/** The page as it was, saying so; without the scripts that would draw it as if it were new. */
async function lastSeen(response, pathname) {
  const english = prefixOf(pathname) !== ''
  const at = new Date(response.headers.get('date') ?? Date.now()).toLocaleString(
    english ? 'en-GB' : 'fr-FR',
    { dateStyle: 'long', timeStyle: 'short' },
  )
  const words = english
    ? `You are offline. This is what was seen on ${at}; it may have changed since.`
    : `Vous êtes hors ligne. Voici ce qui a été vu le ${at} ; cela a pu changer depuis.`
  const html = (await response.text())
    .replace(/<script\b(?![^>]*portal\.js)[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<main\b[^>]*>/, (main) => `${main}<p class="notice bad" role="status">${words}</p>`)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

async function send(request, pathname) {
  const body = await request.clone().text()
  try {
    return await fetch(request)
  } catch {
    const key = new URLSearchParams(body).get('cle')
    if (key) {
      const kept = { path: pathname, body, at: new Date().toISOString() }
      const cache = await caches.open(WAITING)
      await cache.put(`/a-envoyer/${key}`, Response.json(kept))
      await registration.sync?.register('demande').catch(() => undefined)
    }
    const next = offlinePage(pathname)
    return Response.redirect(key ? `${next}?${new URLSearchParams({ cle: key })}` : next, 303)
  }
}

const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })

let underWay = null
const sendAll = () => (underWay ??= sendWaiting().finally(() => (underWay = null)))

/** Not read or too large, and so for ever: to send it again would change nothing. */
const REFUSED = [400, 413, 422]

/** Why it was refused, where the server says so in words: the form's own or the gate's. */
async function reasonOf(answer) {
  const type = answer.headers.get('content-type') ?? ''
  if (type.startsWith('text/plain')) return answer.text()
  if (!type.startsWith('application/json')) return ''
  const { errors } = await answer.json()
  return errors?.[0]?.message ?? ''
}

/** Sends what waits, through the same doors as the pages. Without a network it goes on waiting. */
async function sendWaiting() {
  const cache = await caches.open(WAITING)
  for (const key of await cache.keys()) {
    const kept = await (await cache.match(key))?.json()
    if (!kept || 'refused' in kept) continue
    try {
      let answer = await post(kept.path, kept.body)
      const { pathname, search } = new URL(answer.url)
      if (answer.ok && pathname.endsWith('/reservation/verification'))
        answer = await post(`${pathname}/envoi`, search.slice(1))
      const refused = REFUSED.includes(answer.status)
      if (!answer.ok && !refused) return
      if (BOOKED.test(answer.url)) await cache.delete(key)
      // Led to a page that asks something: the tab that waits shows it; without one the request stays.
      else await cache.put(key, Response.json({ ...kept, refused: await reasonOf(answer) }))
      const told = { sent: key.url, next: answer.ok ? answer.url : null }
      for (const client of await clients.matchAll()) client.postMessage(told)
    } catch {
      return
    }
  }
}
