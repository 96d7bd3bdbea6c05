// A little work in the place of a riddle, only while many forms come in at once. Without it the
// form goes through as well, and a person looks at it.
const field = document.querySelector('input[name=preuve]')
const { maxnumber, ...proof } = JSON.parse(field.dataset.defi)
const text = new TextEncoder()
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

// Without https there is no such thing.
const tries = crypto.subtle ? maxnumber : -1
for (let number = 0; number <= tries; number += 1) {
  const hash = await crypto.subtle.digest('SHA-256', text.encode(proof.salt + number))
  if (hex(new Uint8Array(hash)) !== proof.challenge) continue
  field.value = btoa(JSON.stringify({ ...proof, number }))
  break
}
