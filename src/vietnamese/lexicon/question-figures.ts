/** Words that say which figure is wanted: a level, a growth, a plan, a rank. */
import type { CueRule } from './question-cue.ts'

/** Cues of what is wanted of an indicator. */
export const FIGURE_CUES: readonly CueRule[] = [
  {
    id: 'how-much',
    patterns: [
      '(là|được|đạt|ước|uớc|khoảng|dc|đc)? (bao nhiêu|bao nhiu|bnhieu|bn|mấy|nhiêu) (tiền)?',
      'bằng bao nhiêu',
      'ở mức nào',
      'cỡ nào',
      'bao lớn',
      'con số nào',
    ],
    examples: ['đạt bao nhiêu', 'duoc may ty', 'la bn'],
    counterexamples: ['bao gồm'],
  },
  {
    id: 'level',
    patterns: ['quy mô', '(giá trị|kim ngạch|số) tuyệt đối', 'tổng cộng', 'tổng giá trị'],
    examples: ['quy mô thu ngân sách'],
    counterexamples: ['quy định'],
  },
  {
    id: 'up',
    patterns: [
      '(mức|tốc độ|tỷ lệ|đà|nhịp)? (tăng|tắng) (trưởng|thêm|lên|vọt)?',
      'tăng trưởng',
      '(tăng|nhanh|cao) hơn hay (chậm|thấp) hơn',
      'vọt lên',
      'growth',
    ],
    examples: ['tăng bao nhiêu', 'toc do tang'],
    counterexamples: ['tầng lớp'],
  },
  {
    id: 'down',
    patterns: ['(mức)? (giảm|sụt|sụt giảm) (đi|xuống)?', 'đi xuống', 'tụt'],
    examples: ['giảm bao nhiêu'],
    counterexamples: ['giám đốc'],
  },
  {
    id: 'trend',
    patterns: [
      '(tăng|tăng lên) hay (là)? (giảm|giảm đi)',
      '(tăng|tăng trưởng) (giảm|hay giảm) (thế nào|ra sao)?',
      '(thay đổi|biến động|diễn biến) (thế nào|ra sao|như thế nào)?',
    ],
    examples: ['tăng hay giảm', 'thay đổi thế nào'],
    counterexamples: ['thay mặt'],
  },
  {
    id: 'percent',
    patterns: ['%', 'phần trăm'],
    examples: ['mấy phần trăm'],
    counterexamples: ['phần mềm'],
  },
  {
    id: 'times',
    patterns: ['(gấp|bằng)? (mấy|bao nhiêu) lần', 'gấp (mấy|bao nhiêu|đôi|rưỡi)'],
    examples: ['gấp mấy lần'],
    counterexamples: ['lần lượt'],
  },
  {
    id: 'yoy-base',
    patterns: [
      '(so|so với|so cùng|so với cùng|với)? cùng kỳ (năm trước|năm ngoái|năm trước đó)?',
      'cùng kì (năm trước|năm ngoái)?',
      'so (với)? (năm trước|năm ngoái|năm liền trước|năm trước đó|một năm trước)',
    ],
    examples: ['so với cùng kỳ năm ngoái', 'so voi nam truoc'],
    counterexamples: ['cùng nhau'],
  },
  {
    id: 'mom-base',
    patterns: ['so (với)? (tháng trước|tháng liền trước|tháng trước đó)', 'theo tháng'],
    examples: ['so với tháng trước'],
    counterexamples: ['tháng trước'],
  },
  {
    id: 'quarter-base',
    patterns: ['so (với)? (quý trước|quý liền trước|quý trước đó)'],
    examples: ['so với quý trước'],
    counterexamples: ['quý trước'],
  },
  {
    id: 'average',
    patterns: [
      '(tăng|tăng trưởng)? bình quân (mỗi năm|hằng năm|hàng năm|năm)?',
      'trung bình (mỗi năm|hằng năm|năm)?',
    ],
    examples: ['tăng bình quân mỗi năm'],
    counterexamples: ['bình thường'],
  },
  {
    id: 'plan-reached',
    patterns: [
      '(hoàn thành|thực hiện|đạt) (được)? (bao nhiêu|bao nhiu|bn|mấy) (phần trăm|%) (so với)? (kế hoạch|chỉ tiêu|mục tiêu|kh|dự toán|nghị quyết)',
      '(hoàn thành|đạt|bằng) (được)? (bao nhiêu|bn|mấy) (kế hoạch|chỉ tiêu|kh)',
      'hoàn thành (được)? (bao nhiêu|bn|mấy)? (phần trăm|%)?',
      '(tiến độ|mức độ|tỷ lệ) (thực hiện|hoàn thành) (kế hoạch|chỉ tiêu|kh)?',
      '(phần trăm|%) (so với)? (kế hoạch|kh|dự toán|chỉ tiêu)',
      '(đạt|bằng) (được)? (bao nhiêu|bn|mấy) (phần trăm|%)',
    ],
    examples: [
      'đạt bao nhiêu phần trăm kế hoạch',
      'hoàn thành bao nhiêu phần trăm',
      'may % ke hoach',
    ],
    counterexamples: ['kế hoạch là bao nhiêu'],
  },
  {
    id: 'plan-exceeded',
    patterns: [
      'vượt (bao nhiêu|bn|mấy)? (phần trăm|%)? (so với)? (kế hoạch|chỉ tiêu|mục tiêu|kh|dự toán)?',
      '(cao|thấp) hơn (kế hoạch|chỉ tiêu|mục tiêu) (bao nhiêu|mấy)?',
      '(hụt|thiếu|thiếu hụt) (bao nhiêu|bn|mấy)? (phần trăm|%)? (so với)? (kế hoạch|chỉ tiêu|mục tiêu|kh|dự toán)',
    ],
    examples: [
      'vượt kế hoạch bao nhiêu',
      'vuot bao nhieu phan tram ke hoach',
      'hụt kế hoạch bao nhiêu',
    ],
    counterexamples: ['kế hoạch'],
  },
  {
    id: 'plan-met',
    patterns: [
      '(có|đã|liệu)? (đạt|hoàn thành|vượt) (được)? (kế hoạch|chỉ tiêu|mục tiêu|kh) (đề ra|đặt ra|năm|được giao|giao)? (không|ko|k|chưa|hay không|hay chưa)',
      'có (đạt|hoàn thành|vượt) (được)? (kế hoạch|chỉ tiêu|mục tiêu|kh)',
      '(đạt|vượt) hay (không đạt|hụt|chưa đạt)',
      'có (đạt|vượt) (không|ko)',
    ],
    examples: ['có đạt kế hoạch không', 'co vuot ke hoach de ra khong'],
    counterexamples: ['kế hoạch là bao nhiêu'],
  },
  {
    id: 'against-plan',
    patterns: ['so (với)? (kế hoạch|chỉ tiêu|mục tiêu|kh)', '(thấp|cao) hơn (kế hoạch|mục tiêu)'],
    examples: ['so với kế hoạch thì sao'],
    counterexamples: ['kế hoạch năm'],
  },
  {
    id: 'plan',
    patterns: [
      '(chỉ tiêu)? kế hoạch (năm|cả năm|đề ra|đặt ra|được giao|tỉnh giao|giao)?',
      'dự toán',
    ],
    examples: ['kế hoạch năm'],
    counterexamples: ['kế toán'],
  },
  {
    id: 'target',
    patterns: [
      '(đặt|đề|đưa)? (ra)? (mục tiêu|chỉ tiêu) (kế hoạch|phấn đấu|đề ra|đặt ra|tăng trưởng)?',
      '(đặt|đề ra|giao|được giao|xây dựng) (chỉ tiêu)? (kế hoạch|kh)',
      '(phấn đấu|quyết tâm|hướng tới|nhắm tới|nhắm đến|kỳ vọng|đặt ra)',
      'được giao',
    ],
    examples: ['phấn đấu', 'mục tiêu', 'đặt kế hoạch', 'giao chi tieu'],
    counterexamples: ['mục đích'],
  },
  {
    id: 'expected',
    patterns: ['dự (kiến|báo|đoán|tính)', 'sẽ (đạt|tăng|giảm|là)'],
    examples: ['dự kiến tăng'],
    counterexamples: ['dự án'],
  },
  {
    id: 'estimate',
    patterns: ['ước (tính|đạt|thực hiện|được|dc|tăng|khoảng)?', 'sơ bộ'],
    examples: ['ước đạt'],
    counterexamples: ['nước'],
  },
  {
    id: 'result',
    patterns: [
      '(kết quả|thực tế|thực hiện|chính thức) (thực hiện|đạt được|đạt|ra sao|thế nào)?',
      '(tổng kết|rốt cuộc|cuối cùng)',
      '(làm|thu|xuất|bán) (ra)? được',
      'đã đạt',
      'làm ra',
    ],
    examples: ['kết quả thực hiện', 'thực tế tăng'],
    counterexamples: ['kết nối'],
  },
  {
    id: 'share',
    patterns: [
      '(tỷ trọng|tỉ trọng|cơ cấu|thị phần) (của)?',
      'chiếm (bao nhiêu|mấy|bn)? (phần trăm|%)? (tỷ trọng)? (trong|trong tổng)?',
      '(đóng góp|góp) (bao nhiêu|mấy)? (phần trăm|%|điểm phần trăm)? (vào|cho)?',
    ],
    examples: ['chiếm bao nhiêu phần trăm', 'ti trong'],
    counterexamples: ['trọng điểm'],
  },
  {
    id: 'compare',
    patterns: [
      'so sánh',
      'so (với|kè)',
      '(nhiều|cao|lớn|nhanh|ít|thấp|chậm|khá|tốt|kém) hơn (hay (nhiều|cao|lớn|nhanh|ít|thấp|chậm) hơn)?',
      '(hơn|kém|chênh) (nhau|lệch)? (bao nhiêu|mấy)?',
      'đối chiếu',
    ],
    examples: ['so sánh', 'tỉnh nào nhiều hơn'],
    counterexamples: ['so le'],
  },
  {
    id: 'highest',
    patterns: [
      '(cao|lớn|nhiều|mạnh|nhanh|tốt|khá) nhất (cả nước|toàn quốc|nước|toàn tỉnh)?',
      '(đứng|dẫn|xếp) (đầu|nhất|thứ nhất) (cả nước|toàn quốc)?',
      'quán quân',
    ],
    examples: ['nhiều nhất cả nước', 'dan dau'],
    counterexamples: ['nhất là', 'lần đầu'],
  },
  {
    id: 'lowest',
    patterns: [
      '(thấp|ít|kém|chậm|nhỏ|sâu|yếu|tệ) nhất (cả nước|toàn quốc)?',
      '(đứng|xếp) (cuối|chót|bét)',
      'đội sổ',
    ],
    examples: ['thấp nhất', 'sau nhat'],
    counterexamples: ['ít hơn'],
  },
  {
    id: 'top',
    patterns: [
      'top',
      'tốp',
      '(xếp hạng|bảng xếp hạng|thứ hạng|xếp thứ)',
      'đứng thứ (mấy|bao nhiêu)',
    ],
    examples: ['top 3'],
    counterexamples: ['tới'],
  },
  {
    id: 'which-area',
    patterns: [
      '(những|các)? (tỉnh|tỉnh thành|tỉnh , thành|thành phố|địa phương|nơi|bên|chỗ|tỉnh / thành) (phố)? (nào|đâu)',
      '(ở|là) đâu (cao|lớn|nhiều|thấp)',
      'đâu là (tỉnh|địa phương)',
      '(các|những) (tỉnh|địa phương|tỉnh thành)',
    ],
    examples: ['tỉnh nào', 'chỗ nào', 'dia phuong nao'],
    counterexamples: ['tỉnh Hải Dương'],
  },
  {
    id: 'which-district',
    patterns: [
      '(những|các)? (huyện|quận|thị xã|quận huyện|huyện , thành phố|quận , huyện) nào',
      '(các|những) (huyện|quận|quận huyện|thị xã|huyện , thị xã|quận , huyện)',
      'cấp huyện',
    ],
    examples: ['huyện nào'],
    counterexamples: ['huyện Cẩm Giàng'],
  },
  {
    id: 'back-compute',
    patterns: [
      'tính (ngược|ra) (từ|theo)',
      'tính ngược',
      '(tính|suy|suy ra|tính toán|dựa|căn cứ) (từ|theo|vào|trên)',
      'suy ngược (từ|ra)?',
      'suy ra',
    ],
    examples: ['tính ngược từ chỉ tiêu', 'tính từ kết quả'],
    counterexamples: ['tính cách'],
  },
]
