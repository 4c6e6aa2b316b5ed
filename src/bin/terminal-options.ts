import { indicatorName } from '../catalogue/indicators.ts'
import { wantsColour } from '../channels/terminal/paint.ts'
import type { RenderOptions } from '../channels/terminal/render.ts'

/** How this process's standard output wants answers: its colours and its width. */
export function terminalOptions(): RenderOptions {
  return { colour: wantsColour(process.stdout), width: process.stdout.columns, indicatorName }
}
