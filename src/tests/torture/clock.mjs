// Preloaded into a server: its own clock runs an hour behind. Nothing of the product knows, and in
// all else the engine's own Date stays what it was.
const HOUR = 3_600_000
const Real = Date
const now = () => Real.now() - HOUR
globalThis.Date = new Proxy(Real, {
  construct: (target, given, caller) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], caller),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
