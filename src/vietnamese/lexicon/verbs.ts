/** Verbs that tie a number to its subject, by what they make of the number. */
import type { PhraseRule } from '../engine.ts'

/**
 * `up`/`down`: growth with a sign; `share`; `equal`: "bằng 96% cùng kỳ"; `exceed`/`short`: against a
 * plan; `times`: "gấp 2 lần"; `reach`: a level; `surplus`/`deficit`: of the trade balance;
 * `contribute`: a part of somebody else's growth.
 */
export type VerbKind =
  | 'up'
  | 'down'
  | 'share'
  | 'equal'
  | 'exceed'
  | 'short'
  | 'times'
  | 'reach'
  | 'surplus'
  | 'deficit'
  | 'contribute'
  /** "vượt mốc": a round number that was passed. */
  | 'mark'
  /** "tăng lên mức": with an amount the level reached, with a per cent growth. */
  | 'rise-to'
  | 'fall-to'

export interface VerbRule extends PhraseRule {
  readonly verb: VerbKind
}

export const VERBS: readonly VerbRule[] = [
  {
    id: 'verb.up',
    verb: 'up',
    patterns: [
      '(tăng|tắng|tâng|tặng) (thêm|trưởng|vọt|mạnh|khá|cao|nhanh|nhẹ|chậm|trở lại|bình quân|thấp|đều|nhảy vọt|tốt|đột biến|ấn tượng|trưởng âm)?',
      '(nhích|vọt|bật|nhảy|nhỉnh|bứt|leo|vươn) (nhẹ|tăng|lên|thêm|mạnh|hơn)?',
      'đi lên',
      'khởi sắc',
    ],
    examples: ['xuất khẩu tăng 5%', 'khai khoáng chỉ nhích 2,9%', 'tăng vọt 101%'],
    counterexamples: ['tầng hầm'],
  },
  {
    id: 'verb.down',
    verb: 'down',
    patterns: [
      '(giảm|gỉam|sụt|hụt|tụt|lùi|rớt) (nhẹ|mạnh|sâu|giảm|đi|khá|sút|lùi|thêm|hơn)?',
      'đi xuống',
      'tăng trưởng âm',
      '(mức|tốc độ) giảm (là)?',
      'mất (đi)?',
    ],
    examples: ['xi măng giảm 1,3%', 'xuất khẩu sụt giảm 4%'],
    counterexamples: ['giám đốc', 'giám sát'],
  },
  {
    id: 'verb.mark',
    verb: 'mark',
    patterns: ['(vượt|qua|cán|chạm|cận) (qua)? (ngưỡng|mốc|con số)'],
    examples: ['vượt ngưỡng 30 triệu USD'],
    counterexamples: ['vượt 30% kế hoạch'],
  },
  {
    id: 'verb.rise-to',
    verb: 'rise-to',
    patterns: [
      '(tăng|nhảy|vọt|vươn|nâng|đưa) (vọt)? (lên|tới|đến) (mức|tới|đến|thành)?',
      'lên (tới|đến|mức)?',
    ],
    examples: ['tăng lên mức 8,7 tỷ USD', 'từ 7 tỷ USD lên 15 tỷ USD'],
    counterexamples: ['tăng 5%'],
  },
  {
    id: 'verb.fall-to',
    verb: 'fall-to',
    patterns: ['(giảm|tụt|hạ|rớt) (xuống|còn) (còn|mức|chỉ)?', 'xuống (còn|mức)?'],
    examples: ['giảm xuống còn 3 tỷ đồng', 'từ 7 tỷ USD xuống 5 tỷ USD'],
    counterexamples: ['giảm 5%'],
  },
  {
    id: 'verb.share',
    verb: 'share',
    patterns: [
      'chiếm (tới|đến|khoảng|tỷ trọng|tỷ lệ|phần lớn)?',
      '(tỷ trọng|tỷ lệ|cơ cấu) (chiếm|đạt|là)?',
    ],
    examples: ['châu Á chiếm 49,5%', 'chiếm tỷ trọng 60%'],
    counterexamples: ['chiêm xuân'],
  },
  {
    id: 'verb.equal',
    verb: 'equal',
    patterns: [
      '(chỉ|mới|tương đương|xấp xỉ)? bằng',
      'tương đương (với)?',
      'tương ứng với',
      'ngang (với|bằng)?',
    ],
    examples: ['bằng 76,4% kế hoạch', 'bằng 96,4% so với cùng kỳ', 'tương đương 87% chỉ tiêu'],
    counterexamples: ['băng tải'],
  },
  {
    id: 'verb.exceed',
    verb: 'exceed',
    patterns: ['vượt (trên|hơn|gần|khoảng|mức|so)?', 'hoàn thành vượt (mức)?'],
    examples: ['vượt 4,4% kế hoạch', 'vượt kế hoạch 1%'],
    counterexamples: ['vượt mốc 5 tỷ USD'],
  },
  {
    id: 'verb.short',
    verb: 'short',
    patterns: ['(chưa|không) đạt', 'hụt (thu)?', 'thiếu'],
    examples: ['chưa đạt kế hoạch', 'thiếu 5% so với kế hoạch'],
    counterexamples: ['thiểu số'],
  },
  {
    id: 'verb.times',
    verb: 'times',
    patterns: ['(tăng|cao|nhiều|lớn)? gấp (hơn|gần|trên|khoảng)?'],
    examples: ['gấp 2,2 lần cùng kỳ', 'tăng gấp 3 lần'],
    counterexamples: ['góp vốn'],
  },
  {
    id: 'verb.reach',
    verb: 'reach',
    patterns: [
      '(thu|được|thu được|thu về|mang về|đem về|mang lại|đem lại|kiếm (được|về)?|tốn|ngốn|chi ra|bán (được|ra)|cho ra|lên (tới|đến|mức)|ở mức|đạt (mức|khoảng|được)?|hoàn thành|quy mô|giải ngân|thu hút|làm ra|ghi nhận|đi được|huy động)',
    ],
    examples: ['đạt 45 triệu USD', 'mang về 230 triệu USD', 'quy mô gần 430.400 tỷ đồng'],
    counterexamples: ['đặt vấn đề'],
  },
  {
    id: 'verb.surplus',
    verb: 'surplus',
    patterns: [
      '(giá trị|mức)? (xuất siêu|thặng dư) (thương mại|hàng hóa)?',
      '(tỉnh|thành phố|cả nước|địa phương) xuất siêu',
    ],
    examples: ['xuất siêu 2,2 tỷ USD'],
    counterexamples: ['siêu thị'],
  },
  {
    id: 'verb.deficit',
    verb: 'deficit',
    patterns: [
      '(giá trị|mức)? (nhập siêu|thâm hụt) (thương mại|hàng hóa)?',
      '(tỉnh|thành phố|cả nước|địa phương) nhập siêu',
      '(ở)? (mức|con số) âm',
    ],
    examples: ['nhập siêu 0,4 tỷ USD'],
    counterexamples: ['thâm canh'],
  },
  {
    id: 'verb.contribute',
    verb: 'contribute',
    patterns: ['(đóng góp|góp) (phần)?', 'làm (tăng|giảm) (chung)?', 'kéo (tăng|giảm)'],
    examples: ['đóng góp 4,1 điểm phần trăm vào mức tăng chung'],
    counterexamples: ['đóng gói'],
  },
]
