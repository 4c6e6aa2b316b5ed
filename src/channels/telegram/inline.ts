/** `@bot câu hỏi` in any chat: the answer as an article that can be sent there. */
import type { Api } from 'grammy'
import type { InlineQueryResultArticle } from 'grammy/types'
import type { Answer } from '../../model/answer.ts'
import type { Desk } from '../messenger/desk.ts'
import type { Message } from '../messenger/message.ts'
import { splitParts } from '../messenger/split.ts'
import { toReply } from '../reply.ts'
import { EXAMPLES } from '../texts.ts'
import { MOST_TEXT, toTelegram } from './render.ts'

const SHORTEST_QUERY = 4
const CACHE_SECONDS = 60
const MOST_DESCRIPTION = 160

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function article(answer: Answer, message: Message): InlineQueryResultArticle {
  const [group = []] = splitParts(message.parts, MOST_TEXT)
  const { text, entities } = toTelegram(group)
  const { heading, text: words } = toReply(answer, (code) => code)
  return {
    type: 'article',
    id: message.id ?? 'answer',
    title: heading ?? oneLine(answer.question),
    description: oneLine(words).slice(0, MOST_DESCRIPTION),
    input_message_content: {
      message_text: text,
      entities,
      link_preview_options: { is_disabled: true },
    },
  }
}

/** Questions to be sent as they are, for those who have not typed yet. */
function exampleArticles(examples: readonly string[]): InlineQueryResultArticle[] {
  return examples.slice(0, 3).map((question, i) => ({
    type: 'article',
    id: `example-${i}`,
    title: question,
    input_message_content: { message_text: question },
  }))
}

/** Answers an inline query; a query that is still too short gets examples. */
export async function answerInline(
  api: Api,
  desk: Desk,
  queryId: string,
  query: string,
  examples: readonly string[] = EXAMPLES,
): Promise<void> {
  const words = query.trim()
  if (words.length < SHORTEST_QUERY) {
    await api.answerInlineQuery(queryId, exampleArticles(examples), { cache_time: CACHE_SECONDS })
    return
  }
  const { answer, message } = await desk.answerOnce(words)
  await api.answerInlineQuery(queryId, [article(answer, message)], { cache_time: CACHE_SECONDS })
}
