/** Decides which machine an address may lead to: public ones, and private ones an operator named. */
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { AppError } from '../../model/errors.ts'

export interface CheckedAddress {
  readonly address: string
  readonly family: 4 | 6
}

/** Turns a host name into addresses; the system's resolver unless a test brings its own. */
export type Resolve = (host: string) => Promise<readonly string[]>

export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

/** True for an address of the public internet; IPv4 inside IPv6 is judged as IPv4. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/** The host of a URL without brackets and final dot, in lower case. */
function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()
}

function isNamed(url: URL, allowHosts: readonly string[]): boolean {
  const host = hostOf(url)
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowHosts.some((entry) => {
    const named = entry.toLowerCase()
    return named === host || named === `${host}:${port}` || named === `[${host}]:${port}`
  })
}

function refused(url: URL, why: string): AppError {
  return new AppError('fetch-refused', `Không đọc ${url.host}: ${why}`)
}

/**
 * The address to connect to for a URL. All addresses of a name must be public unless `allowHosts` names
 * the host (or `host:port`); the caller connects to the one given here and asks no resolver again.
 * Throws `fetch-refused`, or `fetch-failed` when the name is unknown.
 */
export async function checkAddress(
  url: URL,
  allowHosts: readonly string[],
  resolve: Resolve,
): Promise<CheckedAddress> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(url, 'chỉ đọc http và https')
  if (url.username !== '' || url.password !== '')
    throw refused(url, 'địa chỉ không được chứa mật khẩu')
  const host = hostOf(url)
  const addresses = ipaddr.isValid(host) ? [host] : await resolveName(host, resolve)
  const [first] = addresses
  if (first === undefined) throw new AppError('fetch-failed', `Không tìm thấy máy chủ ${host}`)
  if (!isNamed(url, allowHosts) && !addresses.every(isPublicAddress)) {
    throw refused(url, 'địa chỉ nội bộ (thêm vào INGEST_ALLOW_HOSTS nếu muốn đọc)')
  }
  return { address: first, family: ipaddr.parse(first).kind() === 'ipv6' ? 6 : 4 }
}

async function resolveName(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host)
  } catch (cause) {
    throw new AppError('fetch-failed', `Không tìm thấy máy chủ ${host}`, { cause })
  }
}
