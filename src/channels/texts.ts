/** Sentences that every channel says in the same words. */

/** Longest question, in UTF-16 units; longer texts are for checking. */
export const MAX_QUESTION = 1000
/** Longest text to be checked. */
export const MAX_CHECK = 50_000

export const NAME = 'Hỏi Số'
export const TAGLINE = 'Hỏi đáp số liệu công nghiệp và thương mại các tỉnh, thành phố'

/** What the program is not, and where its figures come from. */
export const DISCLAIMER =
  'Đây không phải kênh thông tin chính thức của cơ quan nhà nước. Số liệu lấy từ các nguồn được dẫn bên dưới mỗi câu trả lời; khi cần dùng chính thức, hãy đối chiếu với nguồn gốc.'

/** The same in one line, for where there is room for no more. */
export const DISCLAIMER_SHORT = 'Không phải kênh chính thức. Số liệu lấy từ các nguồn được dẫn.'

/** Shown where the program offers none of its own. */
export const EXAMPLES: readonly string[] = [
  'Xuất khẩu Hải Dương năm 2023 tăng bao nhiêu?',
  'Chỉ số sản xuất công nghiệp Hải Dương năm 2023',
  'Mục tiêu xuất khẩu Hải Dương năm 2024 là bao nhiêu?',
  'Hỏi Số có số liệu của những tỉnh nào?',
]
