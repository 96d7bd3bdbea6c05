// Comforts only: every page works without this file.
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
addEventListener('DOMContentLoaded', () => {
  document.querySelector('.errors')?.focus()
  for (const button of document.querySelectorAll('button[data-copy]')) {
    if (!navigator.clipboard) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy)
      button.textContent = button.dataset.copied
    })
  }
})
