/** Colours of the terminal, and when there are any. */

export interface Paint {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly accent: (text: string) => string
  readonly caution: (text: string) => string
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
}

const ESC = '\u001B['

function wrap(open: number, close: number) {
  return (text: string) => (text === '' ? '' : `${ESC}${open}m${text}${ESC}${close}m`)
}

const COLOURED: Paint = {
  bold: wrap(1, 22),
  dim: wrap(2, 22),
  accent: wrap(36, 39),
  caution: wrap(33, 39),
  good: wrap(32, 39),
  bad: wrap(31, 39),
}

const asIs = (text: string) => text
const PLAIN: Paint = {
  bold: asIs,
  dim: asIs,
  accent: asIs,
  caution: asIs,
  good: asIs,
  bad: asIs,
}

/** What is asked of a stream; Node's terminal streams know NO_COLOR, FORCE_COLOR and TERM by themselves. */
export interface ColourOutput {
  readonly isTTY?: boolean
  readonly hasColors?: () => boolean
}

/** Functions that colour a text, or leave it as it is. */
export function paintFor(colour: boolean): Paint {
  return colour ? COLOURED : PLAIN
}

/** Whether to colour: a terminal that has colours, which nobody switched off by NO_COLOR. */
export function wantsColour(output: ColourOutput): boolean {
  return output.isTTY === true && output.hasColors?.() === true
}

// Everything that could move the cursor, turn the writing direction or change the terminal.
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Cf}]/gu

/** A text from outside without control characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(CONTROLS, '')
}
