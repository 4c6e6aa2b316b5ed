/** Draws a chart: spec → SVG → PNG. The heavy libraries are loaded when the first chart is asked for. */
import { fileURLToPath } from 'node:url'
import { frameAround } from './frame.ts'
import { layOut } from './layout.ts'
import { textWidth } from './measure.ts'
import type { Plot } from './plot-bars.ts'
import { refusalOf } from './refuse.ts'
import type { Chart, ChartRefusal, ChartSpec } from './spec.ts'
import { FONT, WIDTH } from './style.ts'
import { alternativeText, unitLine } from './words.ts'

const FONTS = [
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/500Medium/BeVietnamPro_500Medium.ttf'),
  import.meta.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
]

let drawing: ReturnType<typeof loadDrawing> | undefined

/** ECharts with only what bars and lines need, measuring text in our font. */
async function loadDrawing() {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ])
  core.use([charts.BarChart, charts.LineChart, components.GridComponent, renderers.SVGRenderer])
  core.use(await import('echarts/features').then((features) => features.LabelLayout))
  core.setPlatformAPI({
    measureText(text: string, font = '12px') {
      const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12)
      return { width: textWidth(text, size, /bold|[5-9]00/.test(font)) }
    },
  })
  return core
}

async function drawPlot({ option, height, second }: Plot): Promise<string> {
  drawing ??= loadDrawing()
  const echarts = await drawing
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height })
  const whole = { animation: false, textStyle: { fontFamily: FONT }, ...option }
  chart.setOption(whole)
  const heightOf = (value: number) => Number(chart.convertToPixel({ yAxisIndex: 0 }, value))
  if (second) chart.setOption({ ...whole, ...second(heightOf) }, true)
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

async function toPng(svg: string): Promise<Buffer> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const fontFiles = FONTS.map((file) => fileURLToPath(file))
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: 2 },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT },
  })
  return image.asPng()
}

/**
 * The chart of `spec` as SVG, PNG (twice the size) and words, or a refusal that says in Vietnamese
 * why there is none: no values, units that differ, too much for one picture.
 */
export async function renderChart(spec: ChartSpec): Promise<Chart | ChartRefusal> {
  const refusal = refusalOf(spec)
  if (refusal) return refusal
  const plot = layOut(spec)
  const { svg, height } = frameAround(
    {
      title: spec.title,
      unit: unitLine(spec, plot.zeroLeftOut),
      source: spec.source,
      legend: plot.legend,
      alt: alternativeText(spec),
    },
    await drawPlot(plot),
    plot.height,
  )
  const png = await toPng(svg)
  return { kind: 'chart', svg, png, alt: alternativeText(spec), width: WIDTH, height }
}
