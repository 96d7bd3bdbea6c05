// Preloaded into a server: its own clock runs an hour behind. Nothing of the product knows.
const HOUR = 3_600_000
const Real = Date
class Shifted extends Real {
  constructor(...args) {
    if (args.length === 0) super(Real.now() - HOUR)
    else super(...args)
  }
  // Dates made by the engine itself (copies of structures) are dates all the same.
  static [Symbol.hasInstance](value) {
    return value instanceof Real
  }
  static now() {
    return Real.now() - HOUR
  }
}
globalThis.Date = Shifted
