/**
 * The words of noun phrases: what an economy is divided into (sectors, goods, owners, markets), and the
 * words around them that never name a part of it (verbs, adverbs, judgements, ways of telling).
 */
import { type CueRule, cueRule } from './cue-rule.ts'

/** Things that a figure can be restricted to. */
export const NOUNS: readonly CueRule[] = [
  cueRule(
    'sector',
    { kind: 'noun' },
    `chế biến (,|và|-)? (chế tạo)?; chế tạo; khai khoáng; khai thác; cơ khí; luyện kim; hóa chất; hóa dược; dệt (,|-|và)? may; dệt; may mặc; may (gia công|công nghiệp|sẵn); da (-|,)? giày; giày da;
    sản xuất (và)? phân phối; phân phối điện; cung cấp nước; cấp nước; thoát nước; xử lý (rác|nước|chất)? thải; rác thải; nước thải; khí đốt; hơi nước; điều hòa (không khí)?; in ấn; sao chép; lắp ráp; gia công; sơ chế; tái chế; đóng tàu;
    lưu trú (,|và)? (ăn uống)?; ăn uống; lữ hành; du lịch; vận tải; kho bãi; viễn thông; tài chính; ngân hàng; bảo hiểm; bất động sản; giáo dục; y tế; văn hóa; giải trí; nhà ở; giao thông; năng lượng; năng lượng tái tạo; thủy điện; nhiệt điện; điện gió; điện mặt trời; cấp mới; tăng vốn; góp vốn (,|và)? (mua cổ phần)?; xây lắp; hạ tầng; khoa học; thông tin (và)? truyền thông; sửa chữa; nghệ thuật; sinh hoạt; quản lý tiêu dùng; (khu)? chế xuất; khu kinh tế; kkt; kcn; ccn`,
    'ngành chế biến, chế tạo tăng 5%; sản xuất và phân phối điện giảm 2%',
  ),
  cueRule(
    'goods',
    { kind: 'noun' },
    `gạo; lúa; ngô; sắn; khoai; đậu; lạc; chè; cà phê; hồ tiêu; hạt tiêu; hạt điều; nhân điều; điều (thô|nhân); mía; đường (kính|kết tinh|tinh luyện|rs)?; dừa; mủ cao su; trái cây; rau (quả|củ)?; hoa quả; thanh long; vải thiều; sầu riêng; chuối;
    tôm (đông lạnh|đông)?; cá (tra|ngừ|hộp)?; mực; bạch tuộc; nước mắm; thịt; trứng; sữa; súc sản; gia súc; gia cầm; thủy hải sản; thủy sản đông lạnh; thực phẩm; lương thực; lương thực (-|,|và)? thực phẩm; đồ uống; thức ăn (chăn nuôi|gia súc|thủy sản|cho gia súc)?; bia; rượu; nước (máy|đá|khoáng|ngọt|giải khát|uống); bánh (kẹo)?; kẹo; muối; dầu (ăn|thực vật); thuốc lá; thuốc; dược phẩm; dược liệu; quế; hồi; mật ong; tơ tằm; tơ; nấm;
    than (đá|sạch|củi)?; dầu thô; dầu khí; xăng dầu; quặng; tinh quặng; titan; thiếc; đồng; chì; kẽm; nhôm; alumin; alumina; bôxít; bauxite; vàng (bạc)?; đá quý; đá (vôi|xây dựng|granite|ốp lát|khai thác)?; cát; sỏi; đất sét; cao lanh; apatit; xi măng; clinker; gạch; ngói; gốm sứ; gốm; sứ; thủy tinh; kính; bê tông; thép; sắt; gang; tôn; inox; kim loại; phôi; fero;
    gỗ; ván (ép)?; dăm (gỗ)?; viên nén; tre; nứa; mây; lâu; giấy; bìa; bột giấy; bao bì; nhựa; chất dẻo; hạt nhựa; plastic; săm lốp; lốp; phân (bón|lân|đạm|npk|vi sinh); thuốc trừ sâu; sơn; xà phòng; chất tẩy rửa; mỹ phẩm; sợi; bông; vải; xơ; nguyên phụ liệu; phụ liệu; nguyên liệu; nhiên liệu; vật liệu; vật tư; hàng dệt; quần áo; áo; quần; trang phục; giày (dép)?; giầy (dép)?; túi xách; vali; ba lô; mũ; ô dù; thảm; chăn; đồ chơi; đồ gỗ; nội thất; đồ gia dụng; gia dụng; thủ công mỹ nghệ; mỹ nghệ; đồ (điện|dùng);
    máy (móc|vi tính|tính|ảnh|in|bơm|kéo)?; thiết bị; phụ tùng; linh kiện; dụng cụ; điện tử; điện thoại; điện (lạnh|năng|sản xuất|gió)?; tivi; camera; pin; ắc quy; dây (và)? (cáp)? (điện)?; cáp; phương tiện vận tải (khác)?; sản xuất điện (và|,) (nước|khí đốt); ô tô; ôtô; xe (máy|con|tải|khách|đạp)?; mô tô; động cơ; phương tiện; tàu; tàu thủy; container; thiết bị điện; bán dẫn; chip; quang học;
    sản phẩm (may|gỗ|từ|công nghiệp|nông nghiệp|khác|điện tử|cao su|nhựa|thép)?; hàng (tiêu dùng|khác|nông sản|dệt may|thủy sản|nông lâm sản|ăn); tạm nhập; tái xuất; keo; tinh dầu; hoa hồi; thạch đen; cói; chiếu cói; mây tre; thổ cẩm; lụa; len; khăn; găng tay; khẩu trang; tất; bột ngọt; bột mì; mì ăn liền; mì; miến; bún; đồ hộp; rau củ quả; rau quả; hoa; cây cảnh; con giống;
    gas; lpg; lng; khí hóa lỏng; khí (thiên nhiên|đồng hành); condensate; nhựa đường; xăng; dầu (diesel|do|hỏa|mỡ|nhờn); ống thép; que hàn; màn hình; tai nghe; máy giặt; tủ lạnh; quạt; bàn ghế; giường; ghế; tủ;
    cảng; hàng tết; đèn (chiếu sáng)?;
    công cộng; cộng đồng; đóng hộp; lập trình; tách màu; chiếu sáng; kéo sợi; phát điện; truyền tải`,
    'gạo đạt 200 triệu USD; thép tăng 8%; điện thoại và linh kiện 4 tỷ USD',
    'thực hiện quý I',
  ),
  cueRule(
    'owner',
    { kind: 'part' },
    `(kv|khu vực|khối|thành phần)? (kinh tế)? (có)? (vốn)? (fdi|đtnn); (kv|khu vực|khối) (ngoài)? (nhà nước|quốc doanh); (kv|khu vực|khối) trong nước; (kv|khu vực|khối) (có)? (vốn)? (đầu tư)? (trực tiếp)? nước ngoài; quốc doanh (trung ương|địa phương)?; dân doanh; hợp tác xã; htx; hộ (cá thể|kinh doanh|gia đình); cá thể; tnhh; dntn; cổ phần; liên doanh; dn fdi; dn trong nước; dn (ngoài)? nhà nước; dn (có)? (vốn)? đtnn; doanh nghiệp nhỏ và vừa`,
    'KV nhà nước 311 tỷ đồng; kinh tế dân doanh tăng 9%',
  ),
  cueRule(
    'market',
    { kind: 'noun' },
    `eu; asean; trung quốc; mỹ; nhật bản; nhật; hàn quốc; đài loan; hồng kông; singapore; thái lan; lào; campuchia; malaysia; indonesia; philippines; ấn độ; úc; australia; nga; đức; anh quốc; pháp; hà lan; châu (á|âu|mỹ|phi|úc|đại dương); bắc mỹ; liên minh châu âu; trung đông; cửa khẩu; chính ngạch; tiểu ngạch; biên mậu; nội địa; xuất xứ; địa phương; phát triển mới; thường xuyên; an toàn; qua (các)? cửa khẩu; qua địa bàn; thuế; thuế sản phẩm (trừ trợ cấp (sản phẩm)?)?; tiền sử dụng đất; sử dụng đất; xổ số (kiến thiết)?; phí (,|và)? (lệ phí)?; lệ phí; trước bạ; dân cư; oda; trái phiếu; đầu tư công; hải quan; đường bộ; đường thủy; đường biển; thành thị; nông thôn; bán buôn; {number} (tỉnh|địa phương|thị trường|mặt hàng|nhóm hàng|ngành|quốc gia|nước) (, thành phố)? (này|đó|trên)`,
    'sang Nhật Bản 30 triệu USD; qua cửa khẩu 90 triệu USD',
  ),
]

/** Words of a sentence that name no part of anything. */
export const PREDICATES: readonly CueRule[] = [
  cueRule(
    'predicate',
    { kind: 'generic' },
    `(được|mất|trượt|vì|do|nhờ|theo|tăng|giảm) giá; (yếu tố|mặt bằng|biến động|đơn|bình ổn|quản lý) giá; giá (ổn định|không đổi); lchh; vốn; điều chỉnh; chất lượng; lực lượng; trữ lượng; dung lượng; gần (một)? nửa; gần; hơn; (xếp)? (theo)? (thứ tự)? từ (cao|lớn|nhiều) (đến|xuống|tới) (thấp|nhỏ|ít); đưa; nâng; kéo; cộng (lại|dồn|chung)?; gộp; tức (là)?; nghĩa là; phải; cần; sẽ; bị; chịu; rơi; rớt; chạm; dừng (lại)? (ở)?; đứng yên; gần như; không (về đích|đổi|ngừng|nhiều|hề|chỉ); vỏn vẹn; xấp xỉ; tròn; chẵn; tương ứng; chính thức; tuyệt đối; tương đối; lần (đầu)? (tiên)?; một nửa; hơn nửa; về đích; cán đích; kỷ lục; lập (nên)? (kỷ lục)?; nhịp; ban đầu; trả lời; hệ quả; nguyên nhân; khó khăn; thuận lợi; khiêm tốn; ngậm ngùi; tách;
    gánh; mang; nhảy; phát; trôi qua; vừa qua; đã qua; khép lại; mở (ra|đầu); kết thúc; bắt đầu; hồi phục; phục hồi; tăng tốc; bứt (phá|tốc); đột phá; vượt bậc; ngoạn mục; phi mã; thần tốc; chóng mặt; dè dặt; đáng kể; rõ (rệt|nét)?; tích cực; tiêu cực; vững (chắc|vàng)?; bền vững; ấn tượng; khả quan; lạc quan; sáng (sủa)?; ảm đạm; sôi động; nhộn nhịp; trầm lắng; chững (lại)?; đình trệ; suy giảm; sa sút; hụt hơi; đuối; lao dốc; tụt dốc; èo uột; ít ỏi; nhỏ bé; vượt trội; nổi trội; nổi bật; đáng mừng; đáng tiếc; đáng buồn; đáng lo; đáng lưu ý; đáng nói; tự hào; kỳ vọng; hy vọng; mong (muốn|đợi)?; muốn (vậy)?;
    nói; nêu; công bố; thông tin; chia sẻ; khẳng định; nhận định; cho rằng; cho hay; ghi; thông báo; tiết lộ; dẫn; dẫn số liệu; bao nhiêu; mấy; đâu; ai; gì; nào; ấy; kia; đây; đấy; vậy; thế; vì (thế|vậy)?; bởi (vậy|lẽ)?; do vậy; nếu; dù; mặc dù; khi; lúc; lại; liền; ngay; luôn; thường; hoặc; chút; ít (nhất)?; hẳn; hơn hẳn; kém; thua; từng; chưa từng (có)?; trạng thái; dương; âm; hai con số; chừng; quãng; độ;
    chủ yếu; phần lớn; đa số; hầu hết; tất cả; toàn bộ; tổng thể; chính (là)?; chủ đạo; chủ công; trụ cột; động lực; điểm (sáng|nhấn|trừ|cộng); mũi nhọn; (vai trò)? đầu tàu; vai trò; tươi (sáng)?; xu (hướng|thế); đà; khả năng; bức tranh; gam màu; lực kéo; quán quân; á quân; ngôi (đầu|vương); vị trí; hạng (nhất|nhì|ba)?; thứ hạng; tốp (đầu|cuối|giữa)?; top; nhất nhì; số (một|hai|1|2); duy nhất; mốc; ngưỡng; đỉnh; đáy; trần; mặt trái; niềm vui; tin vui; trái chiều; nghịch; thời điểm; thời gian; dịp; đợt; phiên; tuần; giờ; hôm; vừa (phải|đủ)?; đẩy; giúp; khiến; làm; tạo (ra|nên)?; bù (đắp|lại)?; nhận (được)?; bội thu; từ tốn; chậm chạp; đúng (bằng)?; chi tiết; sau cùng; rốt cuộc; thực ra; trên thực tế; dĩ nhiên; có lẽ; dường như; đề ra; thống kê; tổng hợp; cập nhật; tính toán; vươn (mình)?; trỗi dậy; lấy lại; giành; trở (lại|thành|nên|về); tụt; rút; dồn; nhờ; xoay; trụ; ghi điểm; tỏa sáng; đều đặn; đồng đều; dần; mình; nó; họ; chúng ta; câu chuyện; bài toán; câu hỏi; kịch bản; giao; phân khai; giao cho; hđnd; ubnd; thủ tướng; quốc hội; chính phủ; trung ương giao; ngậm ngùi; lẹt đẹt; nhỏ giọt; hiếm hoi; cục; bất ngờ; thật; thật sự; thực sự; hơn thế; nhất định; hiển nhiên; ước chừng; tạm; tạm thời; bên; phía; hướng; lượt; đã; rồi; xong; cùng (lúc|chiều|đà|nhịp)?; theo hướng; hết sức; vô cùng; quá; lắm; nhiều hơn; ít hơn; hai; bốn; sáu; bảy; tám; chín; mười; đi lùi; kế tiếp; cả nước; tháng tết; cơ bản; trọn; suốt; xuyên suốt; mùa; sau khi; trước khi; trong khi; tới khi; ngày càng; càng`,
    'Nhập khẩu chạm 5 tỷ USD, tức giảm 3%',
    'công cộng; chiếu sáng',
  ),
]
