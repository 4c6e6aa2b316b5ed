/** Words that say what kind of number a figure is: a result, an estimate, a forecast, a target. */
import type { Status } from '../../model/figure.ts'
import type { PhraseRule } from '../engine.ts'

export interface StatusRule extends PhraseRule {
  readonly status: Status
}

export const STATUSES: readonly StatusRule[] = [
  {
    id: 'status.target',
    status: 'target',
    patterns: [
      'phấn đấu',
      '(các|những)? mục tiêu (phấn đấu|chủ yếu|cơ bản|cụ thể)',
      'chỉ tiêu phấn đấu',
      '(đặt|đề|đưa|xác định|xây dựng) (ra)? (mục tiêu|chỉ tiêu|kế hoạch)',
      'quyết tâm',
      'nhắm (tới|đến|đích|mốc|mức|con số|vào)?',
      'hướng (tới|đến)',
      'được giao',
      '(đặt|đề) ra',
      'định hướng',
      'nhiệm vụ đặt ra',
      'đăng ký phấn đấu',
    ],
    examples: ['Tỉnh phấn đấu tăng 12%', 'Mục tiêu chủ yếu: tăng 12%'],
    counterexamples: ['Sở Kế toán'],
  },
  {
    id: 'status.forecast',
    status: 'forecast',
    patterns: [
      '(được)? dự (báo|kiến|đoán|tính|ước)',
      'kỳ vọng',
      'triển vọng',
      'kịch bản',
      'sẽ',
      '(có|có nhiều|nhiều)? khả năng',
      'có thể',
    ],
    examples: ['Cả năm dự kiến tăng 13%', 'dự báo đạt 500 tỷ đồng'],
    counterexamples: ['dự án 500 tỷ đồng', 'dự hội nghị'],
  },
  {
    id: 'status.preliminary',
    status: 'preliminary',
    patterns: ['sơ bộ', 'số liệu sơ bộ'],
    examples: ['Sơ bộ năm 2023 đạt 900 tỷ đồng'],
    counterexamples: ['sơ kết 6 tháng'],
  },
  {
    id: 'status.estimate',
    status: 'estimate',
    patterns: [
      'ước',
      'ước (đạt|tính|thực hiện|khoảng|được|đạt được|chừng|tính đạt)',
      'ước tính đạt',
      'ướt đạt',
      '(uớc|ươc|ứớc) (đạt|tính|thực hiện)?',
      'theo ước tính',
      'số (liệu)? ước (tính)?',
    ],
    examples: ['ước đạt 9.801 triệu USD', 'ước tăng 8,3%', 'ước 312 tỷ đồng'],
    counterexamples: ['nước sạch', 'bước tiến'],
  },
]
