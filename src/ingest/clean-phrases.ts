/**
 * Words of what surrounds an article on a page, as tables. Folded: no diacritics, lower case, one space
 * between words.
 */

/** A table written as text: entries stand between bars and line ends. */
function phrases(table: string): string[] {
  return table
    .split(/[|\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

/** Headings after which only other news, comments or the foot of the page can come. */
export const TAIL_HEADINGS: ReadonlySet<string> = new Set([
  ...phrases(`
  cac tin khac | tin khac | tin tuc khac | cac tin da dua | cac tin bai khac | tin bai khac
  bai viet khac | cac bai viet khac | tin da dua | cac bai viet da dang | bai viet da dang
  cac bai da dang | cac tin da dang | tin da dang | nhung tin moi hon | nhung tin cu hon
  cac tin moi hon | cac tin cu hon | tin moi hon | tin cu hon | cac tin moi nhat
  tin cung chuyen muc | cung chuyen muc | bai cung chuyen muc | bai viet cung chuyen muc
  tin bai cung chuyen muc | cac tin cung chuyen muc | tin cung muc | tin cung loai
  cung chu de | tin cung chu de | xem cac tin da dua ngay | xem tin theo ngay | tin theo ngay
  co the ban quan tam | ban co the quan tam | co the ban muon doc | danh cho ban
  tin cu hon tin moi hon | tin moi hon tin cu hon | xem tin cu hon | chuyen muc khac
  tin cung nguon
`),
])

/** Headings of comment forms. */
export const COMMENT_HEADINGS: ReadonlySet<string> = new Set([
  ...phrases(`
  binh luan | 0 binh luan | binh luan 0 | gui binh luan | viet binh luan | them binh luan
  binh luan cua ban | binh luan cua ban ve bai viet | y kien ban doc | y kien cua ban
  y kien binh luan | gui y kien | gui phan hoi | phan hoi | y kien | ban doc binh luan
  gui y kien cua ban | y kien doc gia | thao luan | danh gia bai viet | binh luan bai viet
  leave a comment | comments
`),
])

/** Headings of lists that may also stand in the middle of an article. */
export const ASIDE_HEADINGS: ReadonlySet<string> = new Set([
  ...phrases(`
  tin lien quan | cac tin lien quan | bai lien quan | cac bai lien quan | bai viet lien quan
  tin bai lien quan | noi dung lien quan | xem them | doc them | moi xem them
  xem them tin lien quan | tin moi | tin moi nhat | tin nong | tin noi bat | bai noi bat
  doc nhieu | doc nhieu nhat | tin doc nhieu | xem nhieu | xem nhieu nhat | tin xem nhieu
  duoc quan tam | tin duoc quan tam | moi nhat | tieu diem | video noi bat | lien ket huu ich
  lien ket website | lien ket | lien ket web | thong ke truy cap | ban tin phap luat
  video clip | phong su anh | thu vien anh | tu khoa | tags | an toan giao thong | thong bao
  quang cao | tin anh | chu de | tai ung dung
`),
])

/** Words of menus, tool bars and forms. */
export const FURNITURE: ReadonlySet<string> = new Set([
  ...ASIDE_HEADINGS,
  ...COMMENT_HEADINGS,
  ...TAIL_HEADINGS,
  ...phrases(`
  logo | captcha | print | in | in bai | in bai viet | in trang | ban in | goc | gui email
  email | gui mail | chia se | share | facebook | zalo | twitter | linkedin | telegram
  google | copy link | sao chep lien ket | sao chep | link | skip ribbon commands
  skip to main content | dang tai du lieu | loading | no image | anh tin bai | image
  nghe bai viet | nghe doc bai | nghe | doc bai viet | toc do doc | giong doc | nam | nu
  mien bac | mien nam | len dau trang | ve dau trang | tro ve dau trang | ve trang chu
  tro ve | quay lai | co chu | font size | a | a a | a a a | luu | luu bai viet | thich | like
  gui | huy | dong | dang nhap | dang ky | thoat | rss | tim kiem | search | menu | sitemap
  so do trang | trang chu | home | english | tieng viet | gioi thieu | lien he | hoi dap
  gop y | theo doi | theo doi tren google news | google news | theo doi chung toi | video
  bao anh | podcast | emagazine | e magazine | infographic | infographics | longform
  megastory | multimedia | media | anh | truyen hinh | phat thanh | bao in | doc bao in
  thoi su | chinh tri | kinh te | xa hoi | van hoa | van hoa the thao | the thao | phap luat
  giai tri | the gioi | quoc te | du lich | giao duc | y te | suc khoe | khoa hoc | cong nghe
  khoa hoc cong nghe | doi song | ban doc | quoc phong an ninh | an ninh quoc phong
  xay dung dang | dat va nguoi | nong nghiep nong thon | kinh te xa hoi | chuyen doi so
  tin tuc | tin tuc su kien | su kien | van ban | thu tuc hanh chinh | dich vu cong
  cong khai | xem them
`),
])

/** Fields of a comment or search form; taken where two of them stand together. */
export const FORM_FIELDS: ReadonlySet<string> = new Set([
  ...phrases(`
  ho ten | ho va ten | ten | ten cua ban | tieu de | noi dung | ma kiem tra | ma xac nhan
  nhap ma | ma bao mat | email | dia chi | dien thoai | so dien thoai | nhap noi dung
  y kien cua ban | gui | huy | nhap lai | ngay | thang | nam | xem | tim
`),
])

/** A label at the head of a line, and the line is not the article's. */
export const LABELLED: readonly string[] = phrases(`
  tin lien quan | bai lien quan | xem them | doc them | moi xem | moi doc | tags | tag
  tu khoa | tai lieu dinh kem | file dinh kem | tep dinh kem | van ban dinh kem | nguon
  nguon tin | theo nguon | tac gia | nguoi viet | nguoi dang | bien tap | thuc hien | bai
  tin | bai va anh | bai anh | tin anh | tin va anh | tin bai | chuyen muc | chu de
  tin trong | so lan doc | so lan xem | dang boi | danh muc | duong dan | link bai viet
  link goc | xem cac tin da dua ngay
`)

export const CAPTION_LABELS: readonly string[] = phrases(`
  anh | chu thich anh | anh minh hoa | hinh | hinh anh | hinh minh hoa | do hoa | trong anh
  bieu do | nguon anh | anh tu lieu | photo | video | clip | infographic
`)

export const FOOT_LABELS: readonly string[] = phrases(`
  co quan chu quan | tong bien tap | pho tong bien tap | chiu trach nhiem
  chiu trach nhiem noi dung | truong ban bien tap | giay phep | giay phep so
  giay phep xuat ban | ban quyen | ghi ro nguon | toa soan | duong day nong | hotline
  dien thoai | dt | fax | tru so | tru so chinh | dia chi | email | thiet ke boi
  phat trien boi | copyright | designed by | powered by | website | ket noi voi chung toi
`)

export const SCENES: readonly string[] = phrases(`
  quang canh | toan canh | mot goc | dai bieu du | cac dai bieu | dai bieu tham du
  cac dong chi lanh dao | chu tri hoi nghi | day chuyen san xuat | anh minh hoa | cong nhan
  san xuat tai | khach tham quan | nguoi dan mua
`)

export const SCENE_VERBS: readonly string[] = phrases(`
  phat bieu | trao | chu tri | tham quan | kiem tra | tang hoa | bao cao tai | trinh bay
  ket luan | chup anh | ky ket | bam nut | cat bang
`)

export const SCENE_SUBJECTS: readonly string[] = phrases(`
  dong chi | ong | ba | dai dien | lanh dao | giam doc | pho giam doc | chu tich
  pho chu tich | bi thu | cac dai bieu | dai bieu
`)

/** Names of menu items that, alone on a line, may head a section of the article. */
export const SECTION_NAMES: ReadonlySet<string> = new Set([
  ...phrases(`
  kinh te | xa hoi | chinh tri | van hoa | du lich | giao duc | y te | suc khoe | khoa hoc
  cong nghe | kinh te xa hoi | thong bao | khoa hoc cong nghe | nong nghiep nong thon
  quoc phong an ninh | an ninh quoc phong | van hoa the thao | doi song | the thao | phap luat
  anh | nam | thang | nu | a | in | gui | dong | su kien | quoc te | the gioi
`),
])
