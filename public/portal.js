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

// The place's time, for those whose own clock shows another.
for (const note of all('[data-zone]')) {
  const { zone, locale } = note.dataset
  const now = new Date()
  const at = (timeZone) =>
    now.toLocaleTimeString(locale === 'en' ? 'en-GB' : 'fr-FR', {
      timeZone,
      weekday: 'long',
      hour: '2-digit',
      minute: '2-digit',
    })
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

/** What this device keeps: what waits for the network, and what the server refused for good. */
async function keptRequests() {
  if (!('caches' in self) || !(await caches.has(WAITING))) return []
  const cache = await caches.open(WAITING)
  const all = (await cache.keys()).map(async (request) => {
    const kept = await (await cache.match(request))?.json()
    return kept ? [{ key: request.url, refused: kept.refused }] : []
  })
  return (await Promise.all(all)).flat()
}
const isWaiting = ({ refused }) => refused === undefined

let waits = false
async function showKept() {
  const kept = await keptRequests()
  if (navigator.onLine && kept.some(isWaiting)) sendWaiting()
  const waiting = kept.some((one) => isWaiting(one) && awaited(one.key))
  if (offline) offline.hidden = !waiting
  waits ||= offline !== null && waiting
  if (!refusals) return
  const refused = kept.filter((one) => !isWaiting(one))
  refusals.hidden = refused.length === 0
  refusals.querySelector('ul').replaceChildren(
    ...refused
      .filter((one) => one.refused)
      .map((one) => {
        const reason = document.createElement('li')
        reason.textContent = one.refused
        return reason
      }),
  )
}
/** @param isDropped which of them the person gives up */
const dropOnPress = (card, isDropped) =>
  card?.querySelector('[data-drop]').addEventListener('click', async () => {
    const cache = await caches.open(WAITING)
    const dropped = (await keptRequests()).filter(isDropped)
    await Promise.all(dropped.map(({ key }) => cache.delete(key)))
    location.reload()
  })
offline?.querySelector('[data-send]').addEventListener('click', sendWaiting)
dropOnPress(offline, (one) => isWaiting(one) && awaited(one.key))
dropOnPress(refusals, (one) => !isWaiting(one))
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
  for (const { url } of await cache.keys()) {
    const reference = /\/espace\/(RSV-[\w-]+)$/.exec(url)?.[1]
    if (!reference) continue
    const link = document.createElement('a')
    link.href = url
    link.textContent = reference
    list.append(document.createElement('li'))
    list.lastChild.append(link)
    list.parentElement.hidden = false
  }
}
if ('caches' in self) for (const list of all('[data-seen]')) showSeen(list)
