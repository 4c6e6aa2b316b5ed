/** Work in lanes: one after another in the same lane, side by side in different ones. */

export type Lanes = <T>(lane: string, work: () => Promise<T>) => Promise<T>

/** New lanes; a failed piece of work does not hold up what follows it. */
export function createLanes(): Lanes {
  const ends = new Map<string, Promise<unknown>>()
  return (lane, work) => {
    const before = ends.get(lane) ?? Promise.resolve()
    const done = before.then(work, work)
    const end = done.catch(() => undefined)
    ends.set(lane, end)
    void end.then(() => {
      if (ends.get(lane) === end) ends.delete(lane)
    })
    return done
  }
}
