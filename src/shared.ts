/**
 * The one value of this name in the process. Next compiles each file once for pages and once for routes,
 * and whichever is asked first gives Payload its hooks: what stands at the top of a file stands twice,
 * and hooks and routes would not find what the other left there.
 */
export function shared<Value>(name: string, make: () => Value): Value {
  const key = Symbol.for(`scim.${name}`)
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, make())
  return Reflect.get(globalThis, key) as Value // as: whoever knows the name knows its type.
}
