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
const FORM = /^(\/en)?\/(decision|espace|reservation|suivi)\//
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
  else if (FORM.test(pathname)) {
    event.respondWith(submit(request, pathname))
    if (FORGETTING.test(pathname))
      event.waitUntil(Promise.all([caches.delete(PAGES), caches.delete(WAITING)]))
  }
})

// What still waits makes it fail, and the browser tries once more later.
addEventListener('sync', (event) =>
  event.waitUntil(
    sendAll().then((waits) => (waits ? Promise.reject(new Error('waits')) : undefined)),
  ),
)
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
    const seen = PERSONAL.test(pathname) && (await seenAt(pathname))
    return seen ? lastSeen(seen, pathname) : caches.match(offlinePage(pathname))
  }
}

/** What was seen there last; who only ever saw the confirmation has that one. */
const seenAt = async (pathname) =>
  (await caches.match(pathname)) ??
  caches.match(pathname.replace('/espace/', '/reservation/confirmation/'))

/** The page as it was, saying so; without the scripts that would draw it as if it were new. */
async function lastSeen(response, pathname) {
  const english = prefixOf(pathname) !== ''
  const page = await response.text()
  // In the clock of the place, as every other hour of the page.
  const timeZone = /data-zone="([^"]+)"/.exec(page)?.[1]
  const at = new Date(response.headers.get('date') ?? Date.now())
    .toLocaleString(english ? 'en-AU' : 'fr-FR', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone,
    })
    .replace(/ 0?(\d+):(\d\d)$/, ' $1\u00a0h\u00a0$2')
  const words = english
    ? `You are offline. This is what was seen on ${at}; it may have changed since.`
    : `Vous êtes hors ligne. Voici ce qui a été vu le ${at} ; cela a pu changer depuis.`
  return withWords(page, /<main\b[^>]*>/, `<p class="notice bad" role="status">${words}</p>`)
}

/** A page from the cache with something more behind a tag, without the scripts that would undo that. */
function withWords(page, tag, words) {
  const html = page
    .replace(/<script\b(?![^>]*portal\.js)[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(tag, (found) => found + words)
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}

/** Any other form: what was typed is not lost with the network. */
async function submit(request, pathname) {
  const copy = request.clone()
  const wasOnline = navigator.onLine
  try {
    return await fetch(request)
  } catch {
    // Who lost the network only while sending cannot know what arrived.
    const mayHaveLeft = wasOnline || navigator.onLine
    const page = await (await caches.match(offlinePage(pathname))).text()
    return withWords(page, /<\/h1>/, notSent(await copy.text(), pathname, mayHaveLeft))
  }
}

const NOT_SENT = {
  fr: {
    offline: 'Votre envoi n’est pas parti',
    again: 'Ce que vous avez écrit est encore là. Envoyez de nouveau dès que vous captez.',
    unknown: 'Nous ne savons pas si votre envoi est arrivé',
    look: 'Le réseau a coupé avant la réponse. Regardez d’abord votre demande : ce qui est arrivé s’y voit. Sinon, envoyez de nouveau.',
    text: 'Votre message',
    send: 'Envoyer de nouveau',
    open: 'Voir ma demande',
  },
  en: {
    offline: 'This did not leave',
    again: 'What you wrote is still here. Send it again as soon as you have a signal.',
    unknown: 'We do not know whether this arrived',
    look: 'The network broke off before the answer. Look at your request first: what arrived can be seen there. If it is not, send it again.',
    text: 'Your message',
    send: 'Send it again',
    open: 'See my request',
  },
}

/** What was not answered, and the same form once more. */
function notSent(body, pathname, mayHaveLeft) {
  const words = NOT_SENT[prefixOf(pathname) ? 'en' : 'fr']
  const [title, what] = mayHaveLeft ? [words.unknown, words.look] : [words.offline, words.again]
  const fields = [...new URLSearchParams(body)].map(([name, value]) =>
    name === 'text'
      ? `<div class="field"><label for="texte">${words.text}</label>
          <textarea id="texte" name="text" rows="3" maxlength="2000" required>\n${escaped(value)}</textarea></div>`
      : `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  )
  const own = /^(\/en)?\/espace\/RSV-[\w-]+/.exec(pathname)
  const link = own ? `<a class="button second" href="${own[0]}">${words.open}</a>` : ''
  return `<section class="card pledge"><h2>${title}</h2><p>${what}</p>
    <form method="post" action="${escaped(pathname)}">${fields.join('')}
      <p class="actions"><button>${words.send}</button>${link}</p></form></section>`
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

async function send(request, pathname) {
  const body = await request.clone().text()
  const key = new URLSearchParams(body).get('cle')
  try {
    const answer = await fetch(request)
    // Taken: whatever it asks now, the pages ask it. A redirect that the browser follows has no status.
    if (answer.ok || answer.type === 'opaqueredirect') await letGo(key).catch(() => undefined)
    return answer
  } catch {
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

/** A request that was kept once, and has gone another way meanwhile. */
async function letGo(key) {
  if (await caches.has(WAITING)) await (await caches.open(WAITING)).delete(`/a-envoyer/${key}`)
}

/** Longer than a slow line needs for 64 KB; who never answers holds up nobody else. */
const PATIENCE = 60_000
const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    signal: AbortSignal.timeout(PATIENCE),
  })

let underWay = null
const sendAll = () => (underWay ??= sendWaiting().finally(() => (underWay = null)))

/** The server asks to come back: every other no is told to the person, who decides. */
const PASSING = [408, 425, 429, 502, 503, 504]

/** The pages' own way to say so. */
const CROWDED = /\/reservation\/patienter\?minutes=/

/** Why it was refused, where the server says so in words: the form's own or the gate's. */
async function reasonOf(answer) {
  const type = answer.headers.get('content-type') ?? ''
  if (answer.ok) return ''
  if (type.startsWith('text/plain')) return (await answer.text()).slice(0, 300)
  if (!type.startsWith('application/json')) return ''
  const { errors } = await answer.json()
  return String(errors?.[0]?.message ?? '')
}

/** Sends one, through the same doors as the pages. */
async function sendOne({ path, body }) {
  const answer = await post(path, body)
  const { pathname, search } = new URL(answer.url)
  return answer.ok && pathname.endsWith('/reservation/verification')
    ? post(`${pathname}/envoi`, search.slice(1))
    : answer
}

/**
 * Sends what waits, each for itself: what one is answered holds up no other. Without a network all go
 * on waiting.
 * @returns whether something waits still
 */
async function sendWaiting() {
  const cache = await caches.open(WAITING)
  let waits = false
  for (const key of await cache.keys()) {
    const kept = await (await cache.match(key))?.json().catch(() => null)
    if (!kept || 'refused' in kept) continue
    let answer
    try {
      answer = await sendOne(kept)
    } catch (error) {
      waits = true
      if (error.name === 'TimeoutError') continue
      break
    }
    const { status, ok, url } = answer
    const booked = BOOKED.test(url)
    if (booked) await cache.delete(key)
    else if (PASSING.includes(status) || CROWDED.test(url)) {
      waits = true
      continue
    } else {
      // Led to a page that asks something, or told no: the person sees which, and what can be done.
      const refused = { status, reason: await reasonOf(answer).catch(() => '') }
      await cache.put(key, Response.json({ ...kept, refused }))
    }
    const told = { sent: key.url, next: ok || booked ? url : null }
    for (const client of await clients.matchAll()) client.postMessage(told)
  }
  return waits
}
