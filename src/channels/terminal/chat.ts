/** The chat in a terminal. Reads from a pipe too: then without colours, prompts or greeting. */
import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { AppPort } from '../app-port.ts'
import { problemSentence } from '../problem-sentence.ts'
import { DISCLAIMER, EXAMPLES, MAX_QUESTION, NAME, TAGLINE } from '../texts.ts'
import { type ColourOutput, type Paint, paintFor, wantsColour } from './paint.ts'
import { renderAnswer } from './render.ts'
import { wrapText } from './table.ts'

type Output = Writable & ColourOutput & { readonly columns?: number }

export interface ChatStreams {
  readonly input: Readable & { readonly isTTY?: boolean }
  readonly output: Output
  /** Questions of earlier sessions, newest first, for the arrow keys. */
  readonly history?: readonly string[]
  /** Hears the history after every question, newest first. */
  readonly onHistory?: (history: readonly string[]) => void
}

const HISTORY_SIZE = 200
const DEFAULT_WIDTH = 80
const WAIT_WORTH_SAYING_MS = 500
const STOPPED = Symbol('stopped')

interface Session {
  readonly app: AppPort
  readonly output: Output
  readonly paint: Paint
  readonly colour: boolean
  readonly isInteractive: boolean
  /** Fulfilled by Ctrl-C. */
  readonly interrupted: Promise<typeof STOPPED>
  conversation: string | undefined
}

function say(session: Session, text: string): void {
  session.output.write(`${text}\n`)
}

function widthOf(output: Output): number {
  return output.columns ?? DEFAULT_WIDTH
}

function help(session: Session): string {
  const { bold } = session.paint
  return [
    `${bold('/help')}   hướng dẫn này`,
    `${bold('/moi')}    bắt đầu cuộc trò chuyện mới`,
    `${bold('/thoat')}  kết thúc (hoặc Ctrl-D)`,
    '',
    'Gõ câu hỏi bằng tiếng Việt, có dấu hoặc không dấu. Ví dụ:',
    ...(session.app.examples?.() ?? EXAMPLES).map((example) => `  ${example}`),
    '',
    ...wrapText(DISCLAIMER, Math.min(widthOf(session.output), 100)),
  ].join('\n')
}

function greeting(session: Session): string {
  const { bold, dim } = session.paint
  const width = Math.min(widthOf(session.output), 100)
  return [
    `${bold(NAME)} – ${TAGLINE}`,
    ...wrapText(DISCLAIMER, width).map(dim),
    dim('Gõ /help để xem hướng dẫn, /thoat để kết thúc.'),
    '',
  ].join('\n')
}

/** Says that an answer is on its way when it takes longer; the function takes the words back. */
function announceWait(session: Session): () => void {
  if (!session.isInteractive) return () => undefined
  let isShown = false
  const timer = setTimeout(() => {
    isShown = true
    session.output.write(session.paint.dim('Đang tìm câu trả lời…'))
  }, WAIT_WORTH_SAYING_MS)
  return () => {
    clearTimeout(timer)
    if (!isShown) return
    clearLine(session.output, 0)
    cursorTo(session.output, 0)
  }
}

async function answer(session: Session, question: string): Promise<string> {
  if (question.length > MAX_QUESTION) {
    return `Câu hỏi dài quá ${MAX_QUESTION} ký tự. Hãy hỏi ngắn hơn.`
  }
  try {
    const reply = await session.app.ask(question, session.conversation)
    session.conversation = reply.conversation
    const rendered = renderAnswer(reply, {
      colour: session.colour,
      width: widthOf(session.output),
      indicatorName: (code) => session.app.indicatorName(code),
    })
    return `${rendered}\n`
  } catch (error) {
    // One broken answer must not end the chat; the sentence says that it was a failure.
    return session.paint.caution(problemSentence(error))
  }
}

/** Answers unless Ctrl-C comes first; then the answer is no longer wanted. */
async function answerOrStop(session: Session, question: string): Promise<boolean> {
  const takeBack = announceWait(session)
  const text = await Promise.race([answer(session, question), session.interrupted])
  takeBack()
  if (text === STOPPED) return false
  say(session, text)
  return true
}

/** Handles one line; false when it ends the chat. */
async function handle(session: Session, line: string): Promise<boolean> {
  const message = line.trim().normalize('NFC')
  switch (message.toLowerCase()) {
    case '':
      return true
    case '/thoat':
    case '/thoát':
    case '/exit':
    case '/quit':
      return false
    case '/help':
    case '/start':
      say(session, help(session))
      return true
    case '/moi':
    case '/mới':
      session.conversation = undefined
      say(session, 'Đã bắt đầu cuộc trò chuyện mới.')
      return true
  }
  if (message.startsWith('/')) {
    say(session, `Không có lệnh ${message.split(/\s/u)[0]}. Gõ /help để xem các lệnh.`)
    return true
  }
  return answerOrStop(session, message)
}

function openReader(streams: ChatStreams, isInteractive: boolean, paint: Paint): Interface {
  const reader = createInterface({
    input: streams.input,
    ...(isInteractive ? { output: streams.output } : {}),
    terminal: isInteractive,
    history: [...(streams.history ?? [])],
    historySize: HISTORY_SIZE,
    removeHistoryDuplicates: true,
    prompt: paint.accent('› '),
  })
  reader.on('history', (history) => streams.onHistory?.(history))
  return reader
}

/** Fulfilled by Ctrl-C, which also closes the reader and so ends the loop over its lines. */
function interruption(reader: Interface): Promise<typeof STOPPED> {
  return new Promise((resolve) => {
    reader.on('SIGINT', () => {
      resolve(STOPPED)
      reader.close()
    })
  })
}

/**
 * Runs a chat until /thoat, Ctrl-C, Ctrl-D or the end of the input. Questions from a pipe are answered
 * one after the other in order. Never rejects because of an answer that failed.
 */
export async function runChat(app: AppPort, streams: ChatStreams): Promise<void> {
  const { output } = streams
  const isInteractive = streams.input.isTTY === true && output.isTTY === true
  const colour = wantsColour(output)
  const paint = paintFor(colour)
  const reader = openReader(streams, isInteractive, paint)
  let isOpen = true
  reader.on('close', () => {
    isOpen = false
  })
  const interrupted = interruption(reader)
  const session: Session = {
    app,
    output,
    paint,
    colour,
    isInteractive,
    interrupted,
    conversation: undefined,
  }
  const prompt = () => {
    if (isInteractive && isOpen) reader.prompt()
  }
  if (isInteractive) say(session, greeting(session))
  prompt()
  for await (const line of reader) {
    if (!(await handle(session, line))) break
    prompt()
  }
  reader.close()
  if (isInteractive) say(session, '\nTạm biệt!')
}
