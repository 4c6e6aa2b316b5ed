/** Halves of indicators' names: in prose the head and the field often stand apart. */
import { type CueRule, cueRule, type Domain, type Head } from './cue-rule.ts'

const head = (name: Head, patterns: string, examples: string, counter = ''): CueRule =>
  cueRule(`head-${name}`, { kind: 'head', head: name }, patterns, examples, counter)
const domain = (name: Domain, patterns: string, examples: string, counter = ''): CueRule =>
  cueRule(`domain-${name}`, { kind: 'domain', domain: name }, patterns, examples, counter)

export const INDICATOR_HALVES: readonly CueRule[] = [
  head(
    'output-value',
    `(tổng)? giá trị sản (xuất|suất); gtsx; (tổng)? giá trị sx; giá trị tổng sản lượng; giá trị làm ra`,
    'Toàn ngành có giá trị sản xuất ước 876 tỷ đồng',
    'giá trị tăng thêm',
  ),
  head(
    'turnover',
    `(tổng)? (giá trị)? kim (ngạch|nghạch); (tổng)? trị giá`,
    'có kim ngạch 776 triệu USD',
  ),
  head('total', `tổng mức`, 'Bán lẻ có tổng mức trên 58 nghìn tỷ đồng'),
  head(
    'index',
    `chỉ số (chung|toàn ngành|của ngành|ngành|nhóm ngành|sản xuất)?`,
    'chỉ số của ngành dệt tăng 4%',
    'chỉ số giá tiêu dùng',
  ),
  head('value-added', `(tổng)? giá trị (tăng thêm|gia tăng); gttt`, 'giá trị tăng thêm toàn ngành'),
  head(
    'volume',
    `về lượng; khối lượng; số lượng; lượng (hàng)?`,
    'khối lượng 2 triệu tấn',
    'chất lượng; lực lượng',
  ),
  head('output', `(tổng)? sản lượng`, 'sản lượng xi măng 2 triệu tấn'),
  head(
    'rate',
    `(tốc độ|mức|đà|nhịp độ) (tăng trưởng|tăng|phát triển); tăng trưởng; tỷ lệ tăng; (tốc|nhịp) độ`,
    'mức tăng 8%',
  ),
  domain(
    'industry',
    `(ngành|lĩnh vực|khu vực|khối)? công nghiệp; (cn|công nghiệp) (-|,|và)? (ttcn|tiểu thủ công nghiệp)`,
    'công nghiệp địa phương tăng 27,5%',
    'khu công nghiệp; công nghiệp hóa; cụm công nghiệp; cụm công nghiệp làng nghề; công nghiệp hỗ trợ',
  ),
  domain(
    'industry-construction',
    `(ngành|lĩnh vực|khu vực|khối)? công nghiệp (-|,|và)? (ngành)? xây dựng (cơ bản)?; (khu vực|ngành)? cn (-|,|và) xd; khu vực ii`,
    'ngành công nghiệp - xây dựng tăng 8%',
  ),
  domain(
    'exports',
    `xuất khẩu; xk; bán ra nước ngoài; hàng (hóa)? xuất khẩu; ra nước ngoài; xuất đi; xuất ngoại; (tỉnh|thành phố)? xuất (được)?; (tỉnh|thành phố) xuất khẩu`,
    'tỉnh xuất khẩu ước đạt 3,45 tỷ USD',
    'sản xuất; xuất xứ; xuất siêu',
  ),
  domain(
    'imports',
    `nhập khẩu; nk; hàng (hóa)? nhập khẩu; (tỉnh|thành phố)? nhập (được)?; (tỉnh|thành phố) nhập khẩu`,
    'nhập khẩu 230 triệu USD',
    'thu nhập bình quân; thâm nhập; nhập siêu',
  ),
  domain(
    'trade',
    `xuất (,|-|và)? nhập (khẩu)? (hàng hóa)?; xuất khẩu (,|-|và) nhập khẩu; xnk; ngoại thương`,
    'xuất, nhập khẩu hàng hóa ước 129,3 tỷ USD',
  ),
  domain(
    'retail',
    `bán lẻ; lchh (bán lẻ)?; bán lẻ hàng hóa; bán lẻ (hàng hóa)? (và|,) (doanh thu)? dịch vụ (tiêu dùng)?; lưu chuyển hàng hóa`,
    'bán lẻ có tổng mức 5.255 tỷ đồng',
  ),
  domain(
    'services',
    `dịch vụ; (các)? (ngành|lĩnh vực|khu vực) (thương mại)? (-|,|và)? dịch vụ; thương mại (-|,|và)? dịch vụ; tm - dv; khu vực iii`,
    'ngành dịch vụ có giá trị sản xuất 367 tỷ đồng',
  ),
  domain(
    'construction',
    `(ngành|lĩnh vực)? xây dựng`,
    'giá trị sản xuất xây dựng ước 62.273 tỷ đồng',
    'xây dựng nông thôn mới; vật liệu xây dựng',
  ),
  domain(
    'agriculture',
    `(khu vực|ngành)? nông (nghiệp)? (,|-|và)? lâm (nghiệp)? ((,|-|và)? (thủy|ngư) (sản|nghiệp))?; (khu vực|ngành)? nông nghiệp ((,|-|và)? (thủy|ngư) (sản|nghiệp))?; lâm nghiệp; trồng trọt; chăn nuôi; khu vực i`,
    'giá trị sản xuất nông nghiệp tăng 3%',
    'hàng nông sản; nông thôn',
  ),
]

const named = (indicator: string, patterns: string, examples: string, counter = ''): CueRule =>
  cueRule(`named-${indicator}`, { kind: 'indicator', indicator }, patterns, examples, counter)

/** Ways of saying an indicator in a sentence that are no names of it. */
export const INDICATOR_PHRASES: readonly CueRule[] = [
  named(
    'budget_revenue',
    `ngân sách (nhà nước)? thu (được|về)?; thu (được)? ngân sách; số thu ngân sách; tổng (số)? thu (ngân sách)?; thu (từ)? (thuế|hoạt động)? xuất nhập khẩu; thu hải quan`,
    'Ngân sách thu được gần 5.200 tỷ đồng',
    'chi ngân sách nhà nước',
  ),
  named(
    'industrial_value_added',
    `giá trị (ngành|khu vực) công nghiệp (-|và|,) xây dựng; giá trị (gia tăng|tăng thêm) (của)? (khu vực|ngành) công nghiệp ((-|và|,) xây dựng)?`,
    'giá trị ngành công nghiệp - xây dựng tăng 8%',
  ),
  named(
    'industrial_output',
    `công nghiệp làm ra; giá trị sản xuất (ngành)? (công nghiệp|cn) (-|,|và) (ttcn|tiểu thủ công nghiệp|tiểu thủ cn); giá trị sản xuất (của)? (toàn)? ngành công nghiệp`,
    'công nghiệp làm ra 132 nghìn tỷ đồng',
  ),
  named('grdp', `cơ cấu (các ngành)? kinh tế; cơ cấu grdp`, 'Cơ cấu kinh tế: dịch vụ 40%'),
  named(
    'cpi',
    `(mức)? giá (hàng hóa)? tiêu dùng; (chỉ số)? lạm phát (cơ bản)?`,
    'Giá tiêu dùng tháng 1 tăng 1,7%',
  ),
  named(
    'other',
    `(sản lượng)? hàng (hóa)? (thông)? qua (các)? cảng (biển)?; tỷ lệ lấp đầy ((các)? (cụm|khu) công nghiệp)?; (số)? vụ vi phạm; vi phạm; tổng đàn; đàn (gia súc|gia cầm|lợn|bò|trâu|heo); dư nợ (tín dụng)?; (grdp|gdp|tổng sản phẩm trên địa bàn) (bình quân|/) (đầu)? (người)?; năng suất lao động;
    huy động vốn; vốn huy động; (lượng|lượt)? khách (du lịch|quốc tế|tham quan)?; (tổng)? thu (từ)? (khách)? du lịch; (tổng)? doanh thu (từ)? (ngành|hoạt động)? (du lịch|vận tải|lưu trú|viễn thông|dịch vụ|bưu chính|logistics|lữ hành)?; thu nhập bình quân (đầu người)?;
    tỷ lệ hộ nghèo; số (doanh nghiệp|lao động|dự án); chi ngân sách (nhà nước|địa phương)?; sản lượng (cây)? lương thực (có hạt)?; (cây)? lương thực có hạt; diện tích gieo trồng;
    vận tải (hàng hóa|hành khách); (tổng|số|tổng số)? vốn (đăng ký|thực hiện|giải ngân|cấp mới|bổ sung) (mới|cấp mới|tăng thêm)?; (tổng|số) vốn; chỉ số giá (vàng|đô la|nhập khẩu|xuất khẩu|sản xuất); tỷ lệ (thất nghiệp|đô thị hóa|che phủ rừng);
    (tổng)? sản lượng (tôm|cá|lúa|thủy hải sản|thủy sản|nuôi trồng|khai thác thủy sản); giá trị xây dựng; tiền lương bình quân; lợi nhuận; tồn kho; chỉ số (tồn kho|tiêu thụ|sử dụng lao động)`,
    'Tỷ lệ lấp đầy cụm công nghiệp bình quân 82%; Số vụ vi phạm tăng 7%',
  ),
  named(
    'electrified_households',
    `(tỷ lệ)? hộ (dân)? (được)? (sử dụng|dùng|có) điện; số hộ (dân)? (được)? (sử dụng|dùng|có) điện`,
    'tỷ lệ hộ sử dụng điện đạt 99,6%',
  ),
]
