/** What a Telegram message wants of us; undefined when it is not for us. */
import type { Message, MessageEntity, User } from 'grammy/types'
import { COMMANDS } from '../messenger/commands.ts'
import type { Incoming, MediaKind } from '../messenger/desk.ts'

export interface Me {
  readonly id: number
  readonly username: string
}

const KNOWN_COMMANDS = new Set(COMMANDS.map(({ name }) => name))

function readCommand(text: string, entities: readonly MessageEntity[], me: Me, isPrivate: boolean) {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  if (!entity) return undefined
  const [name = '', whom] = text.slice(1, entity.length).toLowerCase().split('@')
  const isOurs = whom === undefined || whom === me.username.toLowerCase()
  // In a group, a command that we do not know may be meant for another bot.
  const isMeant = isPrivate || whom !== undefined || KNOWN_COMMANDS.has(name)
  return { name, rest: text.slice(entity.length), isForUs: isOurs && isMeant }
}

function isMention(text: string, entity: MessageEntity, me: Me): boolean {
  const words = text.slice(entity.offset, entity.offset + entity.length)
  if (entity.type === 'mention') return words.toLowerCase() === `@${me.username.toLowerCase()}`
  return entity.type === 'text_mention' && entity.user.id === me.id
}

/** The text without mentions of us; undefined when there was none. */
function withoutMention(text: string, entities: readonly MessageEntity[], me: Me) {
  const ours = entities.filter((entity) => isMention(text, entity, me))
  if (ours.length === 0) return undefined
  return ours
    .toSorted((a, b) => b.offset - a.offset)
    .reduce((rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length), text)
    .replace(/\s+/g, ' ')
    .trim()
}

function mediaKind(message: Message): MediaKind | undefined {
  if (message.voice || message.audio || message.video_note) return 'voice'
  if (message.photo || message.video || message.animation) return 'picture'
  if (message.sticker) return 'sticker'
  if (message.document) return 'file'
  if (message.location || message.contact || message.poll) return 'unreadable'
  return undefined
}

const isFrom = (user: User | undefined, me: Me) => user?.id === me.id

/** In groups only commands, mentions and replies to us are for us; in private everything is. */
export function readMessage(message: Message, me: Me): Incoming | undefined {
  // Messages that our own inline answers became, and those of other bots, would make us talk to ourselves.
  if (message.via_bot?.id === me.id || message.from?.is_bot) return undefined
  const isPrivate = message.chat.type === 'private'
  const text = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  const replied = message.reply_to_message
  const command = readCommand(text, entities, me, isPrivate)
  if (command) {
    if (!command.isForUs) return undefined
    const about = replied?.text ?? replied?.caption ?? ''
    return { kind: 'command', name: command.name, rest: command.rest, about }
  }
  const mentioned = withoutMention(text, entities, me)
  if (!isPrivate && mentioned === undefined && !isFrom(replied?.from, me)) return undefined
  const media = mediaKind(message)
  if (media) return { kind: 'media', media, caption: mentioned ?? text }
  const words = mentioned ?? text
  if (words.trim() !== '') return { kind: 'text', text: words }
  // A bare mention asks for help; a service message ("joined the group") asks for nothing.
  return mentioned === undefined ? undefined : { kind: 'command', name: 'help', rest: '' }
}
