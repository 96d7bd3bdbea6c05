// Comforts only: every page works without this file.
const all = (selector) => document.querySelectorAll(selector)

document.addEventListener('submit', (event) => {
  const button = event.target.querySelector('button[data-sending]')
  if (!button) return
  if (button.dataset.pressed) return event.preventDefault()
  button.dataset.pressed = 'yes'
  button.setAttribute('aria-disabled', 'true')
  // A quick hand is here before React: the buttons say suppressHydrationWarning.
  button.textContent = button.dataset.sending
})
// Coming back by the browser's own button shows the page as it was left.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})

// A finger on a day shows its hours at once; the arrow keys only move, and the button shows them.
for (const month of all('[data-month]')) {
  const show = month.closest('form').querySelector('[data-show]')
  month.addEventListener('click', (event) => {
    const pressed = event.target.matches('input[type=radio]') && event.detail > 0
    if (pressed && show && month.contains(event.target) && event.target.name !== 'fin')
      event.target.form.requestSubmit(show)
  })
}

// Who runs scripts may be asked for the work of preuve.js; without https it cannot be done.
for (const field of all('[data-script]')) if (crypto.subtle) field.value = 'oui'

/** Written as the server writes days and hours: « mardi 1er décembre à 8 h 05 », '8:05 am'. */
function spoken(date, how) {
  if (document.documentElement.lang === 'en') return date.toLocaleString('en-AU', how)
  const text = date.toLocaleString('fr-FR', how)
  return text.replace(/\b1 (?=\p{L})/u, '1er ').replace(/ 0?(\d+):(\d\d)$/, ' $1\u00a0h\u00a0$2')
}

// The place's time, for those whose own clock shows another.
for (const note of all('[data-zone]')) {
  const { zone } = note.dataset
  const now = new Date()
  const at = (timeZone) =>
    spoken(now, { timeZone, weekday: 'long', hour: 'numeric', minute: '2-digit' })
  if (at(zone) === at()) continue
  note.textContent = note.textContent.replace('{ici}', at(zone)).replace('{chez-vous}', at())
  note.hidden = false
}

for (const button of all('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
for (const button of all('[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = button.dataset.copied
  })
}
document.querySelector('.errors')?.focus()

// Where something may have to be kept: the last seen state, or a request that cannot leave now.
const worker = navigator.serviceWorker
const WAITING = 'a-envoyer-1'
const offline = document.querySelector('[data-offline]')
const refusals = document.querySelector('[data-refused]')

if (worker && /^(\/en)?\/(reservation|espace|suivi|hors-ligne)/.test(location.pathname))
  addEventListener('load', () => worker.register('/sw.js').catch(() => undefined))

const sendWaiting = () => worker?.ready.then(({ active }) => active.postMessage('envoyer'))

/** This tab's own request, where it could not leave: the service worker names it in the address. */
const own = location.pathname.endsWith('/hors-ligne')
  ? new URLSearchParams(location.search).get('cle')
  : null
const awaited = (key) => !own || key.endsWith(`/${own}`)

/** What this device keeps: what waits for the network, and what the server told no. */
async function keptRequests() {
  if (!('caches' in self) || !(await caches.has(WAITING))) return []
  const cache = await caches.open(WAITING)
  const all = (await cache.keys()).map(async (request) => {
    const kept = await (await cache.match(request))?.json().catch(() => null)
    return kept ? [{ ...kept, key: request.url }] : []
  })
  return (await Promise.all(all)).flat()
}
const isWaiting = ({ refused }) => refused === undefined

function dropButton({ key }, words) {
  const button = element('button', words.drop, { type: 'button', className: 'second' })
  button.addEventListener('click', async () => {
    await (await caches.open(WAITING)).delete(key)
    location.reload()
  })
  return button
}

const element = (name, text, more = {}) =>
  Object.assign(document.createElement(name), { textContent: text, ...more })

/** Which request it is, as far as the form says so. */
function nameOf({ body, at }, { kept }) {
  const form = new URLSearchParams(body)
  const timeZone = document.querySelector('[data-zone]')?.dataset.zone
  const said = (text, how) => spoken(new Date(text), { timeZone, ...how })
  const day = { weekday: 'long', day: 'numeric', month: 'long' }
  const clock = { hour: 'numeric', minute: '2-digit' }
  const start = form.get('debut') ?? ''
  const when = start.includes('T')
    ? said(start, { ...day, ...clock })
    : start && said(`${start}T12:00Z`, day)
  const place = (form.get('bien') ?? '').replaceAll('-', ' ')
  return `${[place, when].filter(Boolean).join(', ')} (${kept} ${said(at, { ...day, ...clock })})`
}

/** One that the server told no: which, why, what that means, and what can be done. */
function refusedItem(kept, words) {
  const { status, reason } = kept.refused
  const item = document.createElement('li')
  const meaning = status < 300 ? words.asks : status < 500 ? words.told : words.unknown
  item.append(
    element('p', nameOf(kept, words), { className: 'kept-name' }),
    element(
      'p',
      `${reason || (status < 300 ? '' : words.answered.replace('{n}', status))} ${meaning}`,
    ),
  )
  const actions = element('p', '', { className: 'actions' })
  const fields = [...new URLSearchParams(kept.body)]
  if (status === 413) {
    // Sent again as it is, it would be as large.
    const steps = fields.filter(([name]) => /^(bien|type|debut|fin|cle)$/.test(name))
    const href = `${kept.path.replace(/\/envoi$/, '')}?${new URLSearchParams(steps)}`
    actions.append(element('a', words.correct, { className: 'button', href }))
  } else {
    // By a form, so that the pages ask what there is to ask.
    const form = element('form', '', { method: 'post', action: kept.path })
    for (const [name, value] of fields)
      form.append(element('input', '', { type: 'hidden', name, value }))
    form.append(element('button', words.again))
    actions.append(form)
  }
  actions.append(dropButton(kept, words))
  item.append(actions)
  return item
}

/** One that waits for the network: which, and a way to take it back. */
function waitingItem(kept, words) {
  const item = document.createElement('li')
  const actions = element('p', '', { className: 'actions' })
  actions.append(dropButton(kept, words))
  item.append(element('p', nameOf(kept, words), { className: 'kept-name' }), actions)
  return item
}

function showWaiting(waiting) {
  const words = JSON.parse(offline.dataset.offline)
  offline.hidden = waiting.length === 0
  offline.querySelector('ul').replaceChildren(...waiting.map((one) => waitingItem(one, words)))
  for (const text of offline.querySelectorAll('[data-many]')) {
    text.dataset.one ??= text.textContent
    text.textContent = waiting.length > 1 ? text.dataset.many : text.dataset.one
  }
}

let waits = false
let again
async function showKept() {
  const all = await keptRequests()
  const anyWaits = all.some(isWaiting)
  if (navigator.onLine && anyWaits) sendWaiting()
  clearTimeout(again)
  if (anyWaits) again = setTimeout(showKept, 60_000)
  const waiting = all.filter((one) => isWaiting(one) && awaited(one.key))
  if (offline) showWaiting(waiting)
  waits ||= offline !== null && waiting.length > 0
  if (!refusals) return
  const refused = all.filter((one) => !isWaiting(one))
  const words = JSON.parse(refusals.dataset.refused)
  refusals.hidden = refused.length === 0
  refusals.querySelector('ul').replaceChildren(...refused.map((one) => refusedItem(one, words)))
}
offline?.querySelector('[data-send]').addEventListener('click', sendWaiting)
showKept()
addEventListener('online', showKept)
// Only the tab that waits for this request follows it.
worker?.addEventListener('message', async ({ data: { sent, next } }) => {
  if (!next || !waits || !awaited(sent)) return showKept()
  await (await caches.open(WAITING)).delete(sent)
  location.assign(next)
})

async function showSeen(list) {
  const cache = await caches.open('pages-1')
  const seen = new Map()
  for (const { url } of await cache.keys()) {
    const reference = /\/(?:espace|confirmation)\/(RSV-[\w-]+)$/.exec(url)?.[1]
    if (reference) seen.set(reference, url.replace('/reservation/confirmation/', '/espace/'))
  }
  for (const [reference, href] of seen) {
    list.append(document.createElement('li'))
    list.lastChild.append(element('a', reference, { href }))
    list.parentElement.hidden = false
  }
}
if ('caches' in self) for (const list of all('[data-seen]')) showSeen(list)
