/** "Tính cả Công ty …": the figure that follows is the whole, those before were without the firm. */
import type { Subject } from './context.ts'
import type { Scene } from './scene.ts'

/** Gives the scope "không tính …" to the figures of the same paragraph that the whole exceeds. */
export function markWithout(scene: Scene, whole: Subject, included: string): void {
  const from = scene.paragraphFigures
  for (let i = from; i < scene.figures.length; i++) {
    const figure = scene.figures[i]
    if (!figure || figure.indicator !== whole.indicator || figure.scope !== null) continue
    scene.figures[i] = { ...figure, scope: `không tính ${included}` }
  }
}
