/**
 * Words of questions: what is wanted (a level, a growth, a plan …), what kind of question it is, and
 * what is only politeness. Plain tables; a phrase stands once. Matched with and without diacritics.
 */
import type { PhraseRule } from '../engine.ts'

/** What a phrase tells about the question. */
export type Cue =
  | 'how-much'
  | 'level'
  | 'up'
  | 'down'
  | 'trend'
  | 'percent'
  | 'times'
  | 'yoy-base'
  | 'mom-base'
  | 'quarter-base'
  | 'average'
  | 'plan'
  | 'plan-reached'
  | 'plan-exceeded'
  | 'plan-met'
  | 'against-plan'
  | 'target'
  | 'expected'
  | 'estimate'
  | 'result'
  | 'share'
  | 'compare'
  | 'highest'
  | 'lowest'
  | 'top'
  | 'which-area'
  | 'which-district'
  | 'back-compute'
  | 'overview'
  | 'definition'
  | 'differs-from'
  | 'coverage'
  | 'why'
  | 'actions'
  | 'statement'
  | 'which-things'
  | 'source'
  | 'quote'
  | 'convert'
  | 'greeting'
  | 'thanks'
  | 'help'
  | 'whole'
  | 'only'
  | 'except'
  | 'including'
  | 'old-borders'
  | 'new-borders'
  | 'my-area'
  | 'not-that'
  | 'and-what-about'

export interface CueRule extends PhraseRule {
  readonly id: Cue
}

export const CUES: readonly CueRule[] = [
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
    ],
    examples: ['vượt kế hoạch bao nhiêu', 'vuot bao nhieu phan tram ke hoach'],
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
  {
    id: 'overview',
    patterns: [
      '(nói chung|tổng quan|khái quát|tóm tắt|bức tranh)',
      '(tình hình|hoạt động) (chung|kinh tế|phát triển|sản xuất|công thương)?',
      '(số liệu|các chỉ tiêu) (chính|chủ yếu|chung|kinh tế)',
      '(kinh tế|công thương) (thế nào|ra sao)',
    ],
    examples: ['nói chung tình hình', 'tinh hinh kinh te'],
    counterexamples: ['hình như'],
  },
  {
    id: 'definition',
    patterns: [
      '(có)? nghĩa (là)? (gì|j|sao|thế nào)',
      'là (gì|j|cái gì|chỉ số gì|khái niệm gì|chi)',
      '(định nghĩa|khái niệm|giải thích|ý nghĩa) (của|về)?',
      'được (hiểu|tính) (như)? thế nào',
      'cách (tính|hiểu|đọc)',
      'viết tắt (của|của từ)? (gì|từ gì)?',
    ],
    examples: ['IIP là gì', 'nghia la gi'],
    counterexamples: ['là bao nhiêu'],
  },
  {
    id: 'differs-from',
    patterns: ['(khác|khác nhau|phân biệt) (gì|với|thế nào|như thế nào|ở chỗ nào|ra sao)?'],
    examples: ['khác gì giá hiện hành'],
    counterexamples: ['khách'],
  },
  {
    id: 'coverage',
    patterns: [
      '(có|biết|lưu|nắm) (được)? (những|các)? (số liệu|dữ liệu|thông tin|con số|số) (gì|nào)',
      '(có|biết) (những)? (gì|j) về',
      '(hỏi|tra|tra cứu) được (những)? gì',
      '(số liệu|dữ liệu) (gì|nào) (về|của)?',
      '(có|những) (tỉnh|chỉ tiêu|năm|kỳ) nào (trong kho|có số liệu)?',
      'có (số liệu|dữ liệu) (về|của)',
    ],
    examples: ['có số liệu gì về', 'bạn có những số liệu gì'],
    counterexamples: ['có tăng không'],
  },
  {
    id: 'why',
    patterns: [
      '(vì|tại|do|bởi) (sao|đâu|lẽ gì)',
      '(nguyên nhân|lý do|nguyên do) (gì|nào|là gì|do đâu|vì sao)?',
      'do đâu',
      'yếu tố (gì|nào)',
    ],
    examples: ['vì sao', 'tai sao'],
    counterexamples: ['ngôi sao'],
  },
  {
    id: 'actions',
    patterns: [
      '(đề ra|có|đưa ra|nêu|triển khai|thực hiện)? (những|các)? (giải pháp|biện pháp|nhiệm vụ|chính sách|chủ trương|định hướng|phương hướng|hướng đi|kế sách) (gì|nào|ra sao)?',
      '(sẽ|đã|cần|phải|nên)? làm (những)? gì (để)?',
      '(tập trung|ưu tiên|chú trọng|chuẩn bị) (vào)? (những)? (gì|vào đâu)',
      '(khó khăn|thách thức|vướng mắc|hạn chế|thuận lợi|tồn tại) (gì|nào|ra sao)?',
      'bằng cách nào',
      'ra sao để',
    ],
    examples: ['giải pháp gì', 'lam gi de'],
    counterexamples: ['giải thưởng'],
  },
  {
    id: 'statement',
    patterns: [
      '(nói|phát biểu|nhận định|đánh giá|cho biết|khẳng định|đề nghị|kiến nghị|yêu cầu|chỉ đạo) (những)? (gì|thế nào|ra sao) (về)?',
    ],
    examples: ['nói gì về'],
    counterexamples: ['cho biết xuất khẩu'],
  },
  {
    id: 'which-things',
    patterns: [
      '(chủ yếu|chủ lực|chính|chủ đạo) (là|gồm)? (những)? (mặt hàng|sản phẩm|ngành|nhóm hàng)? (gì|nào)',
      '(là|gồm|có)? (những|các) (mặt hàng|sản phẩm|ngành|nhóm hàng|thị trường|doanh nghiệp|dự án|khu công nghiệp|cụm công nghiệp|nước|cửa khẩu) (nào|gì)',
      '(mặt hàng|sản phẩm|ngành hàng|thị trường|doanh nghiệp|dự án) (chủ lực|chủ yếu|chính)? (nào|gì)',
      '(khi|hồi|ngày|lúc) nào',
      '(những)? gì (nhiều|lớn|cao) nhất',
      '(chủ yếu|chủ lực) (là)? (những)? gì',
      '(ở|tại|diễn ra ở) đâu',
      '(ai|người nào) (là|phát biểu|chủ trì|nói)',
    ],
    examples: ['chủ yếu là những mặt hàng gì'],
    counterexamples: ['mặt hàng gạo'],
  },
  {
    id: 'source',
    patterns: [
      '(nguồn|trích|xuất xứ|dẫn nguồn) (ở|từ|lấy|tin|số liệu|nào|của)? (đâu|nào|gì|ai)?',
      '(lấy|dẫn|trích|có|căn cứ) (ở|từ|vào) (đâu|báo nào|bài nào|nguồn nào|bao nao)',
      '(theo|của|từ) (báo|bài|nguồn|văn bản|ai) (nào)?',
      '(báo|bài|trang|link) (nào|đâu)',
      '(link|đường dẫn|liên kết) (bài|gốc|đâu|nguồn)?',
      'ai (nói|công bố|đưa)',
      '(số|con số) (này|đó|ấy) (lấy|ở|từ) (ở|từ)? (đâu|báo nào|bài nào)',
    ],
    examples: ['nguồn ở đâu', 'so nay lay o bao nao'],
    counterexamples: ['nguồi'],
  },
  {
    id: 'quote',
    patterns: [
      '(câu|đoạn|nguyên văn|trích dẫn|văn bản|bản) (gốc|nguyên văn|trích)',
      'nguyên văn',
      '(trích|trích dẫn) (câu|đoạn|nguyên văn|lại)?',
    ],
    examples: ['câu gốc', 'nguyen van'],
    counterexamples: ['câu hỏi'],
  },
  {
    id: 'convert',
    patterns: ['(tính|đổi|quy|quy đổi|chuyển|viết) (ra|sang|thành|đổi ra)'],
    examples: ['tính ra tỷ USD', 'doi sang'],
    counterexamples: ['tính toán'],
  },
  {
    id: 'greeting',
    patterns: [
      '(xin)? chào (bạn|bot|ad|em|anh|chị|cả nhà)?',
      'hello',
      'hi',
      'alo',
      'hey',
      '/ start',
      'bắt đầu',
    ],
    examples: ['xin chào'],
    counterexamples: ['chế tạo'],
  },
  {
    id: 'thanks',
    patterns: [
      '(xin)? cảm ơn (bạn|nhiều|nhé|em|anh|chị)?',
      'cám ơn (bạn|nhiều|nhé)?',
      'thanks',
      'thank you',
      'tks',
      'tạm biệt',
      'bye',
    ],
    examples: ['cảm ơn bạn'],
    counterexamples: ['cảm thấy'],
  },
  {
    id: 'help',
    patterns: [
      '(bạn|bot|mày|em|hệ thống|ứng dụng) (là ai|làm được gì|làm được những gì|có thể làm gì|giúp được gì|biết làm gì|giúp gì được)',
      '(hướng dẫn|cách) (sử dụng|dùng|hỏi)',
      '/ help',
      '(hỏi|dùng) (như)? thế nào',
      'giúp được gì',
    ],
    examples: ['bạn làm được gì', 'hướng dẫn sử dụng'],
    counterexamples: ['hướng dẫn viên'],
  },
  {
    id: 'whole',
    patterns: [
      '(toàn|cả) (tỉnh|thành phố|tp|địa bàn|huyện|ngành)',
      '(toàn bộ|tất cả|nói chung cả)',
      'tính chung',
    ],
    examples: ['toàn tỉnh', 'ca tinh'],
    counterexamples: ['toàn cầu'],
  },
  {
    id: 'only',
    patterns: [
      '(tính|chỉ|nói)? riêng (ngành|mặt hàng|khối|khu vực|về|phần)?',
      '(ngành|mặt hàng|nhóm hàng|nhóm ngành|khối|lĩnh vực|phân ngành) (hàng|sản xuất|công nghiệp)?',
      '(khu vực|thành phần)',
      '(doanh nghiệp|dn|các doanh nghiệp)',
    ],
    examples: ['riêng cà phê', 'ngành dệt may'],
    counterexamples: ['ngân hàng'],
  },
  {
    id: 'except',
    patterns: [
      '(không|ko|chưa) (kể|tính|bao gồm|gồm|tính đến|kể đến)',
      '(trừ|ngoại trừ|loại trừ|loại bỏ)',
    ],
    examples: ['không kể dầu thô', 'không tính thủy điện'],
    counterexamples: ['không biết'],
  },
  {
    id: 'including',
    patterns: ['(tính|kể|gồm|bao gồm|gộp) cả', 'kể luôn'],
    examples: ['tính cả dầu thô'],
    counterexamples: ['tính cách'],
  },
  {
    id: 'old-borders',
    patterns: ['(tỉnh|thành phố)? cũ', '(trước|khi chưa) (sáp nhập|hợp nhất)', 'chưa sáp nhập'],
    examples: ['Hải Dương cũ', 'trước sáp nhập'],
    counterexamples: ['củ sắn'],
  },
  {
    id: 'new-borders',
    patterns: [
      '(tỉnh|thành phố) mới',
      '(sau|sau khi) (sáp nhập|hợp nhất)',
      'mới sáp nhập',
      '( mới )',
    ],
    examples: ['sau sáp nhập'],
    counterexamples: ['mới nhất'],
  },
  {
    id: 'my-area',
    patterns: [
      '(tỉnh|thành phố|địa phương|huyện|quê) (tôi|em|mình|chúng tôi|nhà|ta|này|mình đây|tui|chúng ta)',
      'quê (tôi|em|mình)',
      'ở đây',
    ],
    examples: ['tỉnh tôi', 'cua tinh toi'],
    counterexamples: ['tỉnh táo'],
  },
  {
    id: 'not-that',
    patterns: [
      '(không|ko) phải',
      '(không|ko) ,',
      '(ý|ý là) (tôi|mình|em) (là|muốn hỏi)?',
      'nhầm (rồi)?',
      'sai rồi',
    ],
    examples: ['Không, ý tôi là'],
    counterexamples: ['không khí'],
  },
  {
    id: 'and-what-about',
    patterns: [
      '(thì|thế|vậy) (sao|thế nào|ra sao|như nào)',
      '(thế|vậy) còn',
      'thế nào',
      'ra sao',
      'như thế nào',
      'làm sao',
      'sao rồi',
    ],
    examples: ['thì sao', 'thế nào'],
    counterexamples: ['thế giới'],
  },
]
