/** Words that steer the reading of a sentence: openers, turns, causes, comparisons, plans, vetoes. */
import { type Cue, type CueRule, cueRule } from './cue-rule.ts'

type Plain = Exclude<
  Cue,
  { kind: 'head' | 'domain' | 'plan' | 'indicator' | 'verb' | 'status' | 'price' }
>

const word = (kind: Plain['kind'], patterns: string, examples: string, counter = ''): CueRule =>
  cueRule(kind, { kind }, patterns, examples, counter)

export const CUE_WORDS: readonly CueRule[] = [
  word(
    'parts',
    `trong (đó|số đó|số này); trong (mức tăng|tổng số|con số|kết quả|kim ngạch) (này|đó|trên|ấy); trong nhóm (này|đó); (bao)? gồm (có|cả)?; như; cụ thể (là|như sau|như)?; riêng; (nếu)? tính riêng;
    đó là; phải kể (đến|tới); điển hình (là|như)?; nổi bật (là|nhất là)?; nhất là; chủ yếu là; chỉ có; chiều giảm có;
    (dẫn đầu|đứng đầu|đi đầu|(đứng|xếp)? thứ (hai|nhì|ba|tư|năm|sáu|bảy|tám|chín|mười)|đứng (nhì|sau)|xếp (nhì|sau)|theo sau|theo sát|tiếp theo|kế đến|kế tiếp|tiếp đến|sau đó|cuối cùng|lớn nhất|cao nhất|thấp nhất|nhiều nhất|nhanh nhất|mạnh nhất) (vẫn)? (là|thuộc về);
    chia (ra|theo|nhỏ ra)?; còn lại (là)?; hơn cả là; thuộc về; phân theo; xét theo; tính theo; theo (ngành|nhóm|loại hình|thành phần|khu vực|địa bàn|mặt hàng|thị trường)`,
    'Trong đó, khai khoáng tăng 3%; gồm bán lẻ hàng hóa 900 tỷ đồng; như đá khai thác tăng 16%',
    'như vậy; đứng trước khó khăn',
  ),
  word(
    'turn',
    `ngược lại; tuy nhiên; trong khi (đó)?; còn; ngoài ra; bên cạnh đó; nhưng; song; qua đó; nhờ (vậy|đó); đồng thời; cùng với đó;
    mặt khác; như vậy; theo (đó|báo cáo|số liệu|đánh giá|thống kê|ông|bà)?; trước đó; tính đến`,
    'Trong khi đó, xuất khẩu giảm 3%',
    'còn lại là dịch vụ',
  ),
  cueRule(
    'report-of',
    { kind: 'turn' },
    `cho (thấy|biết|hay)`,
    'Số liệu của Sở cho thấy xuất khẩu tăng',
  ),
  word(
    'copula',
    `là; có; với`,
    'ngành dịch vụ có giá trị sản xuất 367 tỷ đồng',
    'có vốn đầu tư nước ngoài',
  ),
  word('and', `và; cùng; &`, 'xuất khẩu 5 tỷ USD và nhập khẩu 4 tỷ USD', 'chung'),
  word(
    'cause',
    `do; (chủ yếu)? (là)? do; vì; nhờ; bởi (vì)?; để; nhằm; khiến (cho)?; nên; sau khi; từ khi; tuy; mặc dù; dù; góp phần; phục vụ; khi`,
    'giảm 11% do hai nhà máy ngừng chạy',
    'nhờ vậy',
  ),
  word(
    'compare',
    `so; so (với|vào|sánh với); nếu so với; đối chiếu với; so (với)? (mức|số|thực hiện|kết quả|ước thực hiện) (của)?`,
    'so với cùng kỳ tăng 6%',
  ),
  word(
    'above',
    `hơn (so với|hẳn)?; (cao|nhiều|lớn|nhanh) hơn (so)? (với|hẳn|cả)?; vượt (xa|hẳn)`,
    'hơn cùng kỳ năm trước 5%',
    'hớn hở',
  ),
  word('below', `(thấp|ít|kém|chậm) hơn (so)? (với|cả)?; kém (xa|so với)?`, 'thấp hơn cùng kỳ 5%'),
  cueRule(
    'plan',
    { kind: 'plan', extra: false },
    `(mức)? (kế hoạch|kh) ((cả)? năm|đề ra|giao|được giao|tỉnh giao|năm được giao|điều chỉnh|của năm|của ngành|của tỉnh|đã đề ra|đặt ra|tỉnh đề ra|năm đề ra|cùng kỳ)?;
    dự toán (năm|giao|được giao|tỉnh giao|trung ương giao|cả năm|hđnd tỉnh giao|pháp lệnh)?; chỉ tiêu (nghị quyết|kế hoạch|đề ra|giao|được giao|cả năm|năm)?; mục tiêu (đề ra|năm|cả năm|kế hoạch)?;
    nghị quyết (đề ra|hđnd tỉnh)?; kế hoạch của ngành đề ra; (kế hoạch|kh|dự toán|chỉ tiêu|mục tiêu) (cả)? năm {year}; kịch bản (tăng trưởng)?`,
    'bằng 76% kế hoạch năm; 46% dự toán; 87,5% chỉ tiêu nghị quyết',
    'Sở Kế hoạch và Đầu tư',
  ),
  cueRule(
    'plan-extra',
    { kind: 'plan', extra: true },
    `kế hoạch (năm)? (giao thêm|giao bổ sung|bổ sung|phấn đấu)`,
    'bằng 71,5% so với kế hoạch giao thêm',
  ),
  word(
    'products',
    `(các|một số|nhiều|hàng loạt|những)? (sản phẩm|mặt hàng) (công nghiệp)? (chính|chủ yếu|chủ lực)?; nhóm sản phẩm; sản lượng (nhiều|một số|các) (sản phẩm|mặt hàng)`,
    'Nhiều sản phẩm tăng khá: xi măng tăng 5%',
    'tổng sản phẩm trên địa bàn',
  ),
  word(
    'same',
    `(con số|mức|số|kết quả|tỷ lệ) (này|đó|trên|ấy|của); con số; mức tăng (này|đó)`,
    'con số này ước 94.242 tỷ đồng',
  ),
  word(
    'whole',
    `toàn (tỉnh|thành phố|huyện|ngành|quốc|thị xã|quận|khu vực); tính chung; trên địa bàn (tỉnh|thành phố|huyện|toàn tỉnh|quận|thị xã)?; (của|trong)? (tỉnh|thành phố|huyện) (ta|nhà)?; gộp lại; cộng lại; gộp chung; cả tỉnh; tổng cộng; chung; tổng (số)?`,
    'toàn tỉnh đạt 12.975 tỷ đồng; giá trị của tỉnh đạt 900 tỷ đồng',
    'tổng cục thống kê',
  ),
  word(
    'including',
    `(nếu)? (tính|kể) (cả|thêm|luôn); (nếu)? bao gồm cả; kể cả`,
    'Tính cả Công ty Thủy điện, giá trị sản xuất đạt 900 tỷ đồng',
  ),
  word(
    'excluding',
    `trừ; không (kể|tính|gồm|bao gồm) (cả|phần)?; chưa (kể|tính|gồm|bao gồm); ngoại trừ; loại trừ; (bỏ|gạt) (đi|ra|qua|phần); loại (bỏ|ra)`,
    'kim ngạch xuất khẩu trừ dầu thô đạt 5 tỷ USD',
  ),
  word(
    'report',
    `(tổng|sơ) kết (công tác|tình hình|hoạt động|thực hiện nhiệm vụ)?; kết quả (thực hiện)? (công tác|nhiệm vụ); nhìn lại; khép lại`,
    'tổng kết công tác năm 2023',
    'tổng hợp',
  ),
  word(
    'part',
    `(khu vực|khối|doanh nghiệp|thành phần|các doanh nghiệp)? (kinh tế|doanh nghiệp)? (có)? (vốn)? đầu tư (trực tiếp)? (của)? nước ngoài;
    (khu vực|khối|doanh nghiệp|các doanh nghiệp)? (kinh tế|doanh nghiệp)? có vốn (đầu tư)? (trực tiếp)? (của)? nước ngoài;
    (khu vực|khối|doanh nghiệp|các doanh nghiệp|nhóm|thành phần) (kinh tế|doanh nghiệp)? (fdi|đtnn|có vốn fdi);
    (khu vực|khối|thành phần)? (kinh tế|doanh nghiệp) (ngoài)? (nhà nước|quốc doanh); (khu vực|khối)? (kinh tế|doanh nghiệp) (trong nước|địa phương|tư nhân|tập thể|cá thể|trung ương);
    (ngoài)? nhà nước; ngoài quốc doanh; trung ương; khối (trung ương|địa phương|quận , huyện|huyện , thị xã); tiểu thủ công nghiệp; ttcn`,
    'công nghiệp có vốn đầu tư nước ngoài tăng 24%; khu vực kinh tế trong nước ước 91 tỷ đồng',
    'thu hút vốn đầu tư nước ngoài đạt 20 triệu USD; ngân sách nhà nước',
  ),
  word(
    'generic',
    `hội nhập; gia nhập; sáp nhập; du nhập; nhập (viện|ngũ|học|cuộc|kho|hàng); đề xuất; xuất (hiện|phát|sắc|bản|thân|kho|xưởng); đột xuất; truy xuất; của; các; những; cũng; vẫn; đã; chỉ; mới; đều; tiếp tục; đang; khá; nhất; rất; này; cả; ở; tại; trong; đến; tới; về; lĩnh vực; ngành; nhóm; hàng; mặt hàng;
    khu vực; khối; kết quả; số liệu; hàng hóa; mà; ra; lại; từ; năm; tháng; kỳ; nay; ngay; hiện; hiện nay; đến nay; giữ; mức; giá trị; tổng giá trị; tiêu dùng; xã hội; tình hình;
    hoạt động; đáng chú ý; đặc biệt; đối với; mảng; chiều; địa phương có; được; đó; ổn định; nhìn chung; nói chung; nhìn theo; sản xuất kinh doanh; một số; nhiều; hàng loạt; vài; mỗi; từng;
    tỷ lệ; phần; số; nền kinh tế; kinh tế; thương mại; đà; cao; thấp; mạnh; nhanh; chậm; tốt; nhẹ; đầu; cuối; trước; sau; nữa; liên tục; liên tiếp; duy trì; vào; hết; bởi thế; thêm; qua; thị trường trong nước; lần lượt; cách; gọi là; hội nghị; ngành công thương; sở công thương; cục thống kê; ubnd tỉnh; doanh nghiệp trong tỉnh; trên; theo đánh giá; giá trị hàng hóa; ngành hàng; nói riêng; và các; tính; chưa; tỉnh; thành phố; huyện; quận; thị xã; dẫn đầu; đứng đầu; đi đầu; bám sát; theo sát; nhỉnh; xếp; các (nhà máy|công ty|doanh nghiệp|cơ sở|đơn vị); bình quân; góp phần lớn nhất; kế đến; hẹp; lớn; nhỏ; quan trọng; chủ lực; con số; kim ngạch; người; ngân sách; hơn cả; thu; đi; khu vực kinh tế; vẫn là; nơi; số liệu; báo cáo; bao gồm; toàn; doanh nghiệp; nhiều nhất; dẫn đầu cả nước; thì; ngôi; đặt; nghiêng; thị trường (thế giới|nước ngoài|quốc tế); thế giới; địa phương (nào|này); đứng; đứng (thứ)? {number}; thứ {number}; xếp (thứ)? {number}`,
    'của các ngành',
  ),
  word(
    'noun',
    `(thuế|nước|nhà|khách hàng|đối tác|hạn ngạch|giấy phép|công ty) (xuất|nhập|xuất nhập) khẩu; chất lượng; lực lượng; thời lượng; trữ lượng; dụng cụ; công cụ; (lượt)? (tăng|góp|mua) (vốn|cổ phần) (, mua cổ phần)?; nông cụ; cao su; đầu tư; cao cấp; thể thao; nước ngoài; xuất xứ; sản xuất; khu công nghiệp; cụm công nghiệp; khu cn; công nghiệp hóa; công nghiệp (hỗ trợ|phụ trợ); vật liệu xây dựng; máy công nghiệp;
    thu nhập; thâm nhập; nhập cư; xây dựng nông thôn mới; nông sản; thủy sản; lâm sản; hải sản; khoáng sản; hàng hải; hoa kỳ; (thổ nhĩ|czech|chu) kỳ; tổng cục (thống kê|hải quan); tổng công ty điện lực; sở kế hoạch và đầu tư; ban quản lý; hàng rào; mặt bằng;
    đầu kéo; cửa khẩu; hàng không; đường sắt; ngân sách nhà nước; quản lý nhà nước; ngân hàng nhà nước; doanh nghiệp nhà nước; kho bạc nhà nước; sang; giá trị gia tăng cao; hàng giả`,
    'sản xuất dụng cụ thể thao tăng 18%',
  ),
  cueRule(
    'figures',
    { kind: 'generic' },
    `(các|một số|nhiều|những|hầu hết|phần lớn|{number}|toàn bộ) (các)? (chỉ tiêu|mục tiêu) (kinh tế|kinh tế - xã hội|chủ yếu|cơ bản|chính|cụ thể|quan trọng|về)?; chỉ tiêu (kinh tế|chủ yếu|cơ bản)`,
    'Một số chỉ tiêu chủ yếu đều tăng',
  ),
  cueRule('for', { kind: 'generic' }, `cho`, 'tăng 16% cho xuất khẩu'),
  word(
    'veto',
    `công suất; vốn điều lệ; gian hàng; đại biểu; tổng mức đầu tư; giá (bán|mua|cả)?; xử phạt; phạt; quà; trao; tặng; kinh phí; lãi suất; xí nghiệp; cty; chi nhánh; hội chợ; quầy; giảm giá; khuyến mại; khuyến mãi; chiết khấu; dự trữ; tổn thất; thất thoát; cao tốc; học viên; chúng tôi; một mình; (mỗi|bình quân tháng|bình quân mỗi|trung bình mỗi) (tháng|ngày|tuần|quý); đơn vị này; doanh nghiệp này; nợ (đọng|thuế|xấu); lương (tháng|thưởng); thưởng tết; tỷ giá; diện tích;
    dân số; mức lương; thuế suất; bằng khen; giấy chứng nhận; ủng hộ; trị giá hợp đồng; nhà máy; công ty; tập đoàn; tổng công ty; mật độ; độ tuổi; thiệt hại`,
    'nhà máy có công suất 19 triệu lít',
  ),
  word(
    'average',
    `bình quân (mỗi|hàng|hằng|một) năm; bình quân (cả)? giai đoạn; mỗi năm; hàng năm; hằng năm; / năm`,
    'tăng bình quân mỗi năm 12%',
  ),
  word(
    'result',
    `(đã)? thực hiện (được)?; thực tế (đạt)?; kết quả (thực hiện|đạt)`,
    'kế hoạch tăng 10%, thực hiện tăng 13%',
  ),
  word('old', `cũ; trước (khi)? (hợp nhất|sáp nhập|sắp xếp)`, 'Tây Ninh cũ tăng 9,6%'),
  word(
    'new',
    `mới thành lập; sau (khi)? (hợp nhất|sáp nhập|sắp xếp)`,
    'tỉnh sau hợp nhất đạt 5 tỷ USD',
  ),
]
