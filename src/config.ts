/** The settings. The only reader of the environment; every fault is told in one message. */
import { existsSync } from 'node:fs'
import { z } from 'zod'
import { AppError } from './model/errors.ts'

/** An unset variable and an empty one mean the same: `.env` files often leave a name with no value. */
const unset = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const text = (what: string) => unset(z.string().optional()).describe(what)

const url = (what: string, protocols: RegExp, example: string) =>
  unset(
    z
      .string()
      .refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), {
        error: `phải là một địa chỉ như ${example}`,
      })
      .optional(),
  ).describe(what)

const web = /^https?:$/

const whole = (what: string, fallback: number, min: number, max: number) =>
  unset(
    z
      .string()
      .default(String(fallback))
      .refine((value) => /^\d+$/.test(value) && Number(value) >= min && Number(value) <= max, {
        error: `phải là số nguyên từ ${min} đến ${max}`,
      })
      .transform(Number),
  ).describe(what)

const flag = (what: string, fallback: boolean) =>
  unset(
    z
      .string()
      .default(String(fallback))
      .refine((value) => /^(true|false)$/.test(value), { error: 'phải là true hoặc false' })
      .transform((value) => value === 'true'),
  ).describe(what)

const list = (what: string) =>
  unset(z.string().default(''))
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .describe(what)

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const

/** Every setting with its meaning, in the order of `.env.example`. */
export const SETTINGS = {
  DATABASE_URL: url(
    'PostgreSQL có pgvector; để trống thì dùng cơ sở dữ liệu nhúng trong DATA_DIR',
    /^postgres(ql)?:$/,
    'postgres://user:pass@host:5432/hoiso',
  ),
  DATA_DIR: unset(z.string().default('.hoiso')).describe('Thư mục của cơ sở dữ liệu nhúng'),
  LOAD_DATA: flag('false: bắt đầu với kho trống, không nạp dữ liệu kèm theo', true),
  HOST: unset(z.string().default('127.0.0.1')).describe('Địa chỉ mạng mà dịch vụ lắng nghe'),
  PORT: whole('Cổng của dịch vụ (0: hệ điều hành tự chọn)', 3000, 0, 65535),
  PUBLIC_URL: url(
    'Địa chỉ công khai của dịch vụ (webhook, ảnh biểu đồ)',
    web,
    'https://hoiso.example.vn',
  ),
  EMBED_ORIGINS: list('Các trang được nhúng khung hỏi đáp, ví dụ https://so.example.gov.vn'),
  TELEGRAM_BOT_TOKEN: text('Mã bot Telegram; để trống thì không chạy Telegram'),
  TELEGRAM_API_ROOT: url('Máy chủ Bot API riêng', web, 'http://127.0.0.1:8081'),
  ZALO_BOT_TOKEN: text('Mã bot Zalo; để trống thì không chạy Zalo'),
  ZALO_API_ROOT: url('Máy chủ Zalo Bot API khác mặc định', web, 'http://127.0.0.1:8082'),
  ZALO_MONTHLY_QUOTA: whole(
    'Số tin Zalo Bot của mỗi tháng theo gói đang dùng',
    3000,
    1,
    10_000_000,
  ),
  ZALO_OA_APP_ID: text('Mã ứng dụng của Zalo Official Account; để trống thì không chạy kênh này'),
  ZALO_OA_APP_SECRET: text('Khóa bí mật của ứng dụng đó'),
  ZALO_OA_SECRET_KEY: text('Khóa bí mật của Official Account, dùng để kiểm webhook'),
  ZALO_OA_REFRESH_TOKEN: text('Mã làm mới đầu tiên; các mã sau được giữ trong cơ sở dữ liệu'),
  ZALO_OA_API_ROOT: url('Máy chủ API Official Account khác mặc định', web, 'http://127.0.0.1:8083'),
  ZALO_OA_OAUTH_ROOT: url(
    'Máy chủ cấp mã Official Account khác mặc định',
    web,
    'http://127.0.0.1:8083',
  ),
  WEBHOOK_SECRET: unset(
    z
      .string()
      .regex(/^[A-Za-z0-9_-]{8,256}$/, { error: 'phải có 8–256 ký tự A–Z, a–z, 0–9, _ hoặc -' })
      .optional(),
  ).describe('Cùng với PUBLIC_URL: nhận tin qua webhook thay vì hỏi liên tục'),
  INGEST_ALLOW_HOSTS: list('Địa chỉ nội bộ mà lệnh ingest được đọc, cách nhau bằng dấu phẩy'),
  INGEST_MAX_MB: whole('Cỡ lớn nhất của một tệp nạp vào, tính bằng MB', 20, 1, 1000),
  OPENAI_API_KEY: text('Khóa của dịch vụ mô hình ngôn ngữ; để trống thì chỉ dùng quy tắc'),
  OPENAI_BASE_URL: url('Địa chỉ dịch vụ tương thích OpenAI', web, 'http://127.0.0.1:11434/v1'),
  CHAT_MODEL: text('Tên mô hình trò chuyện'),
  EMBEDDING_MODEL: text('Tên mô hình nhúng; để trống thì dùng phép băm đặc trưng tại chỗ'),
  ADMIN_IDS: list('Mã người dùng Telegram/Zalo của người vận hành, cách nhau bằng dấu phẩy'),
  KEEP_UNANSWERED: flag(
    'false: không giữ lại câu hỏi chưa trả lời được (được giữ thì đã bỏ số điện thoại, số giấy tờ, e-mail)',
    true,
  ),
  LOG_LEVEL: unset(
    z.enum(LOG_LEVELS, { error: `phải là một trong: ${LOG_LEVELS.join(', ')}` }).default('info'),
  ).describe('Mức ghi nhật ký: silent, error, warn, info, debug'),
} as const

/** One is of no use without the others. */
const OFFICIAL_ACCOUNT = [
  'ZALO_OA_APP_ID',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_OA_REFRESH_TOKEN',
] as const

/** Settings whose values may be seen by nobody. */
export const SECRETS = [
  'DATABASE_URL',
  'TELEGRAM_BOT_TOKEN',
  'ZALO_BOT_TOKEN',
  'ZALO_OA_APP_SECRET',
  'ZALO_OA_SECRET_KEY',
  'ZALO_OA_REFRESH_TOKEN',
  'WEBHOOK_SECRET',
  'OPENAI_API_KEY',
] as const satisfies readonly (keyof typeof SETTINGS)[]

const schema = z
  .object(SETTINGS)
  .refine((all) => all.WEBHOOK_SECRET === undefined || all.PUBLIC_URL !== undefined, {
    path: ['WEBHOOK_SECRET'],
    error: 'cần có PUBLIC_URL đi cùng',
  })
  .superRefine((all, context) => {
    const missing = OFFICIAL_ACCOUNT.filter((name) => all[name] === undefined)
    if (missing.length === OFFICIAL_ACCOUNT.length) return
    for (const name of missing)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'cần đủ các cài đặt ZALO_OA_… đi cùng nhau',
      })
    if (all.PUBLIC_URL === undefined)
      context.addIssue({
        code: 'custom',
        path: ['PUBLIC_URL'],
        message: 'Zalo Official Account cần địa chỉ công khai',
      })
  })

export type Config = Readonly<z.infer<typeof schema>>

/**
 * The settings from `environment`, frozen. Throws `config-invalid` with one Vietnamese line a faulty
 * setting, all at once. `readConfig({})` → everything at its default.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = schema.safeParse(environment)
  if (parsed.success) return Object.freeze(parsed.data)
  const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new AppError(
    'config-invalid',
    `Cài đặt sai:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  )
}

/** The settings from the process environment and, where it is silent, from `.env` in this folder. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return readConfig(process.env)
}
