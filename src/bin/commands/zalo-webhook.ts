import { zaloBotWebhook } from '../../service.ts'
import { type Command, wrongCall } from '../command.ts'

export const command: Command = {
  name: 'zalo-webhook',
  usage: '[--set | --delete]',
  summary:
    'Xem, đặt hoặc bỏ webhook của Zalo Bot. Khi đặt, tin đến PUBLIC_URL; khi bỏ, dịch vụ tự hỏi tin mới.',
  options: {
    set: { type: 'boolean', help: 'đặt webhook theo PUBLIC_URL và WEBHOOK_SECRET' },
    delete: { type: 'boolean', help: 'bỏ webhook' },
  },
  words: [0, 0],
  async run({ values, config }) {
    const [set, remove] = [values['set'] === true, values['delete'] === true]
    if (set && remove) throw wrongCall('zalo-webhook', 'Chỉ chọn một: --set hoặc --delete.')
    const webhook = zaloBotWebhook(config())
    if (set) await webhook.set()
    if (remove) await webhook.remove()
    const url = await webhook.url()
    process.stdout.write(
      url === null ? 'Zalo Bot không có webhook.\n' : `Webhook của Zalo Bot: ${url}\n`,
    )
    return 0
  },
}
