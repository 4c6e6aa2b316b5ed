/** The running service: the web server and the chat channels whose tokens are set. */
import { pino } from 'pino'
import type { App } from './app.ts'
import { createWebServer } from './channels/web/server.ts'
import type { Config } from './config.ts'

export interface Service {
  readonly url: string
  close(): Promise<void>
}

/** Starts what the settings ask for and says where. Throws `port-in-use` with the way out. */
export async function startService(
  app: App,
  config: Config,
  say: (line: string) => void,
): Promise<Service> {
  const log = pino({ level: config.LOG_LEVEL }, pino.destination(2))
  const web = await createWebServer({
    app: app.port,
    host: config.HOST,
    port: config.PORT,
    publicUrl: config.PUBLIC_URL,
    embedOrigins: config.EMBED_ORIGINS,
    log,
  })
  say(`Hỏi Số đang chạy tại ${web.url} (dừng: Ctrl-C)`)
  say('Đây không phải là kênh chính thức; số liệu lấy từ các nguồn được dẫn.')
  return { url: web.url, close: () => web.close() }
}
