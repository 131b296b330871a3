/**
 * What is worked out of an object once, however often it is asked for, and forgotten with it. The object must not change:
 * a version of the content, the reading of one message.
 */
export function perObject<K extends object, V>(workOut: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: workOut(key) };
    known.set(key, found);
    return found.value;
  };
}
