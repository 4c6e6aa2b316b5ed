/** A real Chromium for tests of pages. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is installed; null, with a printed reason, when it is not. */
export function findChromium(): string | null {
  const found = PLACES.find((place) => existsSync(place)) ?? null
  if (found === null) {
    process.stderr.write(
      `skipped: tests of the pages in a browser, for none of ${PLACES.join(', ')} is there (apt-get install chromium)\n`,
    )
  }
  return found
}

/** Starts Chromium with a fresh profile and nothing of its own on the network. */
export function launchChromium(executablePath: string): Promise<Browser> {
  const quiet = ['disable-quic', 'disable-background-networking', 'disable-component-update']
  const flags = ['no-sandbox', 'disable-gpu', 'no-first-run', 'disable-sync', ...quiet]
  return chromium.launch({ executablePath, args: flags.map((flag) => `--${flag}`) })
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** Violations that axe finds on the page, one line each; shadow roots are looked into. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const result = (await page.evaluate('axe.run()')) as AxeResult
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
}
