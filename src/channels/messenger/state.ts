/** What a messaging channel has to remember across a restart, and nothing about figures. */

export interface ReceivedItem {
  readonly key: string
  readonly item: string
}

export interface ChannelState {
  /**
   * Keeps a received item until `finish`, before it is acknowledged to the platform. False when the
   * key was received before: the platform delivered it twice.
   */
  receive(channel: string, key: string, item: string): Promise<boolean>
  /** The item was dealt with; its key is remembered (a day at least), its content is not. */
  finish(channel: string, key: string): Promise<void>
  /** Items received but not finished, oldest first: what a crash interrupted. */
  unfinished(channel: string): Promise<readonly ReceivedItem[]>
  /** A remembered value, null when there is none or its time is over. */
  get(key: string): Promise<string | null>
  /** Remembers a value for so many seconds; replaces what was there. */
  set(key: string, value: string, seconds: number): Promise<void>
}
