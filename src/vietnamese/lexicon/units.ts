/** Units as they are printed, and how a figure spells them. */

export type UnitKind =
  | 'percent'
  | 'points'
  | 'times'
  | 'money'
  | 'dollar'
  | 'mass'
  | 'energy'
  | 'volume'
  | 'length'
  | 'area'
  | 'count'

export interface UnitRow {
  /** The spelling that a figure carries. */
  readonly unit: string
  readonly kind: UnitKind
  readonly words: readonly string[]
}

/**
 * Longest words win. Count units are classifiers: "10 cụm công nghiệp" has the unit "cụm", and what
 * is counted becomes the scope.
 */
export const UNITS: readonly UnitRow[] = [
  { unit: '%', kind: 'percent', words: ['%', 'phần trăm', 'o / o'] },
  {
    unit: 'điểm phần trăm',
    kind: 'points',
    words: ['điểm phần trăm', 'điểm %', '% điểm', 'phần trăm điểm'],
  },
  { unit: 'lần', kind: 'times', words: ['lần'] },
  {
    unit: 'USD',
    kind: 'dollar',
    words: [
      'usd',
      'đô la mỹ',
      'đô la',
      'đôla mỹ',
      'đôla',
      'đô - la',
      'đô-la mỹ',
      'mỹ kim',
      'us $',
      '$',
    ],
  },
  { unit: 'đồng', kind: 'money', words: ['đồng', 'vnđ', 'vnd', 'đ', 'đồng việt nam'] },
  { unit: 'EUR', kind: 'dollar', words: ['eur', 'euro'] },
  { unit: 'tấn', kind: 'mass', words: ['tấn'] },
  { unit: 'kg', kind: 'mass', words: ['kg', 'ki lô gam'] },
  { unit: 'tạ', kind: 'mass', words: ['tạ'] },
  {
    unit: 'kWh',
    kind: 'energy',
    words: ['kwh', 'kw giờ', 'kw . h', 'kw / h', 'kw h', 'ki lô oát giờ'],
  },
  { unit: 'MWh', kind: 'energy', words: ['mwh'] },
  { unit: 'MW', kind: 'energy', words: ['mw'] },
  { unit: 'lít', kind: 'volume', words: ['lít'] },
  { unit: 'm3', kind: 'volume', words: ['m3', 'm ³', 'm³', 'mét khối', 'khối'] },
  { unit: 'm2', kind: 'area', words: ['m2', 'm ²', 'm²', 'mét vuông'] },
  { unit: 'ha', kind: 'area', words: ['ha', 'héc ta', 'hecta'] },
  { unit: 'km', kind: 'length', words: ['km', 'ki lô mét', 'cây số'] },
  { unit: 'km2', kind: 'area', words: ['km2', 'km ²', 'km²'] },
  { unit: 'm', kind: 'length', words: ['mét'] },
  { unit: 'TEU', kind: 'volume', words: ['teu', 'teus'] },
  { unit: 'sản phẩm', kind: 'count', words: ['sản phẩm'] },
  { unit: 'chiếc', kind: 'count', words: ['chiếc'] },
  { unit: 'xe', kind: 'count', words: ['xe'] },
  { unit: 'cái', kind: 'count', words: ['cái'] },
  { unit: 'bộ', kind: 'count', words: ['bộ'] },
  { unit: 'đôi', kind: 'count', words: ['đôi'] },
  { unit: 'viên', kind: 'count', words: ['viên'] },
  { unit: 'bao', kind: 'count', words: ['bao'] },
  { unit: 'con', kind: 'count', words: ['con'] },
  { unit: 'thùng', kind: 'count', words: ['thùng'] },
  { unit: 'lon', kind: 'count', words: ['lon'] },
  { unit: 'chai', kind: 'count', words: ['chai'] },
  { unit: 'quyển', kind: 'count', words: ['quyển'] },
  { unit: 'trang', kind: 'count', words: ['trang'] },
  { unit: 'cuốn', kind: 'count', words: ['cuốn'] },
  { unit: 'hộ', kind: 'count', words: ['hộ'] },
  { unit: 'người', kind: 'count', words: ['người'] },
  { unit: 'lao động', kind: 'count', words: ['lao động'] },
  { unit: 'lượt', kind: 'count', words: ['lượt', 'lượt khách', 'lượt người'] },
  { unit: 'doanh nghiệp', kind: 'count', words: ['doanh nghiệp', 'dn'] },
  { unit: 'cơ sở', kind: 'count', words: ['cơ sở'] },
  { unit: 'hợp tác xã', kind: 'count', words: ['hợp tác xã', 'htx'] },
  { unit: 'dự án', kind: 'count', words: ['dự án'] },
  { unit: 'cụm', kind: 'count', words: ['cụm'] },
  { unit: 'cụm', kind: 'count', words: ['ccn'] },
  { unit: 'khu', kind: 'count', words: ['khu', 'kcn'] },
  { unit: 'chợ', kind: 'count', words: ['chợ'] },
  { unit: 'siêu thị', kind: 'count', words: ['siêu thị'] },
  { unit: 'trung tâm', kind: 'count', words: ['trung tâm', 'tttm'] },
  { unit: 'cửa hàng', kind: 'count', words: ['cửa hàng'] },
  { unit: 'trạm', kind: 'count', words: ['trạm'] },
  { unit: 'nhà máy', kind: 'count', words: ['nhà máy'] },
  { unit: 'làng nghề', kind: 'count', words: ['làng nghề'] },
  {
    unit: 'quốc gia, vùng lãnh thổ',
    kind: 'count',
    words: [
      'quốc gia và vùng lãnh thổ',
      'quốc gia , vùng lãnh thổ',
      'nước và vùng lãnh thổ',
      'nước , vùng lãnh thổ',
      'quốc gia , khu vực',
    ],
  },
  { unit: 'quốc gia', kind: 'count', words: ['quốc gia'] },
  { unit: 'nước', kind: 'count', words: ['nước'] },
  { unit: 'thị trường', kind: 'count', words: ['thị trường'] },
]
