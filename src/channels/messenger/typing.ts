/** The sign that an answer is on its way. */

const AFTER_MS = 200
// The platforms show a sign for about five seconds.
const AGAIN_MS = 4_000

/** Calls `show` while `work` takes time, again and again; a quick answer is not announced. */
export async function whileTyping<T>(
  show: () => Promise<void>,
  work: () => Promise<T>,
): Promise<T> {
  let again: NodeJS.Timeout | undefined
  const first = setTimeout(() => {
    void show()
    again = setInterval(() => void show(), AGAIN_MS)
  }, AFTER_MS)
  try {
    return await work()
  } finally {
    clearTimeout(first)
    clearInterval(again)
  }
}
