/** Words that say what kind of number a figure is: a result, an estimate, a forecast, a target. */
import type { Status } from '../../model/figure.ts'
import type { PhraseRule } from '../engine.ts'

export interface StatusRule extends PhraseRule {
  readonly status: Status
  /** Said of efforts and hopes: of a time that is over it is no status ("phấn đấu vượt khó, đạt …"). */
  readonly isWish?: boolean
}

export const STATUSES: readonly StatusRule[] = [
  {
    id: 'status.target',
    status: 'target',
    patterns: [
      '(đặt|đề|đưa|xác định|xây dựng) (ra)? (mục tiêu|chỉ tiêu|kế hoạch)',
      '(các|những)? mục tiêu (phấn đấu|chủ yếu|cơ bản|cụ thể)',
      'chỉ tiêu phấn đấu',
      'được giao',
      '(đặt|đề) ra',
      'nhiệm vụ đặt ra',
      'đăng ký phấn đấu',
    ],
    examples: ['Tỉnh đặt mục tiêu tăng 12%', 'Mục tiêu chủ yếu: tăng 12%'],
    counterexamples: ['Sở Kế toán'],
  },
  {
    id: 'status.striving',
    status: 'target',
    isWish: true,
    patterns: [
      '(tiếp tục|cố gắng|quyết tâm|tập trung|nỗ lực)? phấn đấu (đưa)?',
      'quyết tâm',
      'nhắm (tới|đến|đích|mốc|mức|con số|vào)?',
      'hướng (tới|đến)',
      'định hướng',
      'phương hướng',
      'cố gắng',
    ],
    examples: ['Tỉnh phấn đấu tăng 12%', 'quyết tâm đạt 500 tỷ đồng'],
    counterexamples: ['đấu giá'],
  },
  {
    id: 'status.forecast',
    status: 'forecast',
    patterns: ['(được)? dự (báo|kiến|đoán|tính|ước)', 'kịch bản'],
    examples: ['Cả năm dự kiến tăng 13%', 'dự báo đạt 500 tỷ đồng'],
    counterexamples: ['dự án 500 tỷ đồng', 'dự hội nghị'],
  },
  {
    id: 'status.prospect',
    status: 'forecast',
    isWish: true,
    patterns: ['kỳ vọng', 'triển vọng', 'sẽ', 'có thể', '(có|có nhiều|nhiều)? khả năng'],
    examples: ['cả năm có thể đạt 900 triệu USD', 'sẽ tăng 12%'],
    counterexamples: ['thể thao'],
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
