/** Who may call: the Host check against rebound names, and the headers that tell browsers what is allowed. */
import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { RequestRefused } from './problems.ts'

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

function nameOf(hostHeader: string): string | null {
  return URL.canParse(`http://${hostHeader}`) ? new URL(`http://${hostHeader}`).hostname : null
}

function isAddress(name: string): boolean {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0
}

/**
 * Refuses requests whose Host names none of ours. A page elsewhere can point a name of its own at this
 * machine and read a local service through it; it cannot make the browser send another Host. Names are
 * known when the service listens on loopback only or has a public address; otherwise every Host passes.
 */
export function hostGuard(listenHost: string, publicUrl: string | undefined): MiddlewareHandler {
  const publicName = publicUrl === undefined ? null : new URL(publicUrl).hostname
  const isOpen = publicName === null && !LOOPBACK_NAMES.has(listenHost)
  return async (c, next) => {
    const name = nameOf(c.req.header('host') ?? '')
    const isOurs =
      name !== null &&
      (isOpen || isAddress(name) || LOOPBACK_NAMES.has(name) || name === publicName)
    if (!isOurs) {
      throw new RequestRefused(
        403,
        'host-refused',
        'Tên máy chủ trong yêu cầu không phải của dịch vụ này. Nếu đây là tên đúng, hãy đặt PUBLIC_URL.',
      )
    }
    await next()
  }
}

const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
}

/**
 * Headers of every response: scripts, styles and connections of our own origin only, no sniffing, no
 * frame elsewhere. `framedBy` lists the origins that may frame the page (the chat for frames).
 */
export function protectiveHeaders(options: {
  framedBy: readonly string[]
  isHttps: boolean
  sharedAcrossOrigins: boolean
}): MiddlewareHandler {
  const { framedBy, isHttps, sharedAcrossOrigins } = options
  return secureHeaders({
    contentSecurityPolicy: {
      ...PAGE_POLICY,
      frameAncestors: framedBy.length > 0 ? [...framedBy] : ["'none'"],
    },
    // Browsers that know frame-ancestors ignore this one; it cannot name origins.
    xFrameOptions: framedBy.length > 0 ? false : 'DENY',
    crossOriginResourcePolicy: sharedAcrossOrigins ? 'cross-origin' : 'same-origin',
    strictTransportSecurity: isHttps ? 'max-age=15552000' : false,
    referrerPolicy: 'strict-origin-when-cross-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  })
}

/** Lets the pages of these origins call; others are kept out by their own browsers. */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler {
  return cors({
    origin: (origin) => (origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['Content-Type'],
    maxAge: 600,
  })
}

const MAX_BODY = 512 * 1024

/** Refuses bodies over 512 KB with 413, whether or not they announce their length. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: MAX_BODY,
    onError: (c) => {
      // The rest of the body is not read, so the connection cannot carry another request.
      c.header('Connection', 'close')
      throw new RequestRefused(
        413,
        'input-too-large',
        `Nội dung gửi lên lớn quá ${MAX_BODY / 1024} KB. Hãy gửi ít hơn trong mỗi lần.`,
      )
    },
  })
}
