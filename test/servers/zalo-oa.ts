/**
 * The Zalo Official Account API for tests, as second-hand sources describe it: errors as negative
 * numbers in HTTP 200, access tokens that run out, refresh tokens that work once, texts over 2,000
 * refused with -210, five buttons, uploaded pictures, webhook signatures over the raw body.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Call, Faults, imageSize, listen, readCall, sendJson } from './wire.ts'

export interface OaSent {
  readonly userId: string
  readonly text: string | undefined
  readonly buttons: readonly { title: string; type: string; payload: string }[]
  readonly image: { width: number; height: number } | undefined
}

interface OaMessage {
  text?: string
  attachment?: {
    type: string
    payload: {
      template_type?: string
      buttons?: { title: string; type: string; payload: string }[]
      elements?: { media_type: string; attachment_id?: string }[]
    }
  }
}

export class ZaloOaServer {
  readonly appId = '4321432143214321'
  readonly appSecret = 'app-secret-of-the-local-server'
  readonly oaSecret = 'oa-secret-of-the-local-server'
  readonly faults = new Faults()
  readonly sent: OaSent[] = []
  /** People whose window is over: messages to them are refused. */
  readonly silent = new Set<string>()
  /** Refreshes carried out, and those that tried a used token. */
  refreshes = 0
  reused = 0
  uploads = 0
  refreshToken = newToken()
  accessToken = newToken()
  /** Lifetime told with a new access token; the real one says 90000. */
  expiresIn = '90000'
  readonly #usedRefreshTokens = new Set<string>()
  readonly #pictures = new Map<string, { width: number; height: number }>()
  #listening: Awaited<ReturnType<typeof listen>> | undefined
  #lastMessage = 0

  get url(): string {
    return this.#listening?.url ?? ''
  }

  async start(): Promise<this> {
    this.#listening = await listen((req, res) => this.#handle(req, res))
    return this
  }

  async close(): Promise<void> {
    await this.#listening?.close()
  }

  /** Ends the access token that is in use. */
  expireAccess(): void {
    this.accessToken = newToken()
  }

  /** A signed webhook request. `fields` replace or add fields of the event. */
  request(
    url: string,
    event_name: string,
    fields: Record<string, unknown>,
    secret = this.oaSecret,
  ) {
    const timestamp = String(fields['timestamp'] ?? Date.now())
    const body = JSON.stringify({
      app_id: this.appId,
      sender: { id: 'u1' },
      recipient: { id: 'oa1' },
      event_name,
      ...fields,
      timestamp,
    })
    const mac = createHash('sha256')
      .update(this.appId + body + timestamp + secret)
      .digest('hex')
    const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` }
    return new Request(url, { method: 'POST', headers, body })
  }

  /** A text event, ready to be posted. */
  textEvent(url: string, text: string, userId = 'u1', more: Record<string, unknown> = {}) {
    const msg_id = `m${++this.#lastMessage}`
    return this.request(url, 'user_send_text', {
      sender: { id: userId },
      message: { msg_id, text },
      ...more,
    })
  }

  textsTo(userId: string): string[] {
    return this.sent.flatMap((one) => (one.userId === userId && one.text ? [one.text] : []))
  }

  async #handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const call = await readCall(req)
    const fault = this.faults.next(call.path)
    if (fault?.kind === 'drop-before') return void res.destroy()
    if (fault?.kind === 'bad-gateway') {
      res.writeHead(502, { 'content-type': 'text/html' })
      return void res.end('<html>502</html>')
    }
    const answer = this.#run(call)
    if (fault?.kind === 'drop-after') return void res.destroy()
    sendJson(res, 200, answer)
  }

  #run(call: Call): object {
    switch (call.path) {
      case '/v4/oa/access_token':
        return this.#refresh(call)
      case '/v2.0/oa/upload/image':
        return this.#refusedToken(call) ?? this.#upload(call)
      case '/v3.0/oa/message/cs':
        return this.#refusedToken(call) ?? this.#send(call)
      default:
        return { error: -240, message: 'unknown api' }
    }
  }

  #refusedToken(call: Call): object | undefined {
    return call.headers['access_token'] === this.accessToken
      ? undefined
      : { error: -216, message: 'Access token is invalid' }
  }

  #refresh(call: Call): object {
    const { refresh_token, app_id, grant_type } = call.fields
    if (!call.contentType.startsWith('application/x-www-form-urlencoded'))
      return { error: -14001, error_name: 'wrong content type' }
    if (call.headers['secret_key'] !== this.appSecret || app_id !== this.appId)
      return { error: -14004, error_name: 'Invalid secret key' }
    if (grant_type !== 'refresh_token') return { error: -14002, error_name: 'Invalid grant type' }
    if (this.#usedRefreshTokens.has(String(refresh_token))) this.reused++
    if (refresh_token !== this.refreshToken)
      return { error: -14014, error_name: 'Invalid refresh token' }
    this.#usedRefreshTokens.add(this.refreshToken)
    this.refreshes++
    this.refreshToken = newToken()
    this.accessToken = newToken()
    return {
      access_token: this.accessToken,
      refresh_token: this.refreshToken,
      expires_in: this.expiresIn,
    }
  }

  #upload({ files }: Call): object {
    const file = files.find(({ name }) => name === 'file')
    const size = file && imageSize(file.bytes)
    if (!file || !size) return { error: -201, message: 'file is invalid' }
    if (file.bytes.length > 1024 * 1024) return { error: -210, message: 'file is too large' }
    this.uploads++
    const attachment_id = newToken()
    this.#pictures.set(attachment_id, size)
    return { error: 0, message: 'Success', data: { attachment_id } }
  }

  #send({ fields }: Call): object {
    const userId = (fields['recipient'] as { user_id?: string } | undefined)?.user_id ?? ''
    const message = (fields['message'] ?? {}) as OaMessage
    if (this.silent.has(userId)) return { error: -230, message: 'User has not interacted' }
    const { buttons = [], elements = [] } = message.attachment?.payload ?? {}
    const isLong =
      (message.text?.length ?? 0) > 2000 ||
      buttons.length > 5 ||
      buttons.some(({ title, payload }) => !title || title.length > 100 || payload.length > 1000)
    if (isLong) return { error: -210, message: 'parameter is too long' }
    const picture = elements[0]?.attachment_id
    if (elements.length > 0 && !this.#pictures.has(picture ?? ''))
      return { error: -100, message: 'attachment is unknown' }
    if (!message.text && elements.length === 0) return { error: -201, message: 'empty message' }
    const image = this.#pictures.get(picture ?? '')
    this.sent.push({ userId, text: message.text, buttons, image })
    return { error: 0, message: 'Success', data: { message_id: newToken(), user_id: userId } }
  }
}

const newToken = () => randomBytes(16).toString('hex')
