/**
 * What speaks for a province in an article, as weighed pieces of evidence. The weights order the kinds
 * of evidence; a province is named only when its evidence clearly outweighs every other's.
 */
import {
  type AreaMention,
  COUNTRY,
  findAreaMentions,
  provinceNamed,
  provinceOfArea,
} from '../catalogue/areas.ts'
import { foldKey } from '../vietnamese/fold.ts'

export interface Evidence {
  /** A province by the name the catalogue uses, or the country. */
  readonly area: string
  readonly weight: number
  /** What was found, in Vietnamese words for a reader. */
  readonly words: string
}

/** The parts of an article that evidence is looked for in. */
export interface EvidenceText {
  readonly title: string | null
  /** The article with its boilerplate blanked out. */
  readonly prose: string
  /** Offset in `prose` where the headline ends and the first paragraph begins. */
  readonly leadStart: number
  readonly publisher: string | null
  /** Name of the publisher that the address belongs to. */
  readonly host: string | null
}

const WEIGHTS = {
  headline: 6,
  headlineLater: 3,
  lead: 4,
  body: 1,
  institution: 3,
  inArea: 2,
  partOfName: 0.5,
  passing: 0.4,
  districts: 1.5,
  leadDistrict: 3,
  singleDistrict: 0.7,
  publisherHere: 4,
  publisherDistrict: 2.6,
  publisherOfficial: 3,
  publisherOnly: 1,
  nationalBody: 3,
  manyPlaces: 3,
} as const
const MOST_BODY_MENTIONS = 6
const MOST_DISTRICTS = 5
const LEAD_LENGTH = 450

const INSTITUTION =
  /(?<![a-z])(?:so|chi cuc|cuc|ubnd|hdnd|tinh uy|thanh uy|uy ban nhan dan|hoi dong nhan dan|ban quan ly(?: cac)?|cong thuong|thong ke|cong thong tin dien tu)(?: [a-z]+){0,4} ?$/
const IN_AREA = /(?<![a-z])(?:tren dia ban|dia ban|toan|cua|trong|o) ?(?:tinh|thanh pho|tp\.?)? ?$/
const PASSING = /(?<![a-z])(?:tai|den|tu|voi|sang|cung|qua|nhu|ve|gap|giap|va|cac tinh|noi) ?$/
/** Family names; a place right behind one is a person's given name. */
const SURNAMES = new Set(
  'nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ ngô đinh trịnh đoàn tạ lưu trương triệu mạc tống thái nông chu kiều quách lương'.split(
    ' ',
  ),
)
const PERSON_HEAD =
  /(?<![a-z])(?:ong|ba|dong chi|anh|chi|nha bao|phong vien|tac gia|ts\.?|ths\.?|bac si|giam doc|chu tich|bi thu|truong phong) ?$/

/** True when the mention is the end of a person's name ("ông Trần Thái Bình"). */
function isPersonName(text: string, mention: AreaMention): boolean {
  if (mention.prefix !== null) return false
  const before = /(?:\p{Lu}[\p{L}\p{M}]*\s+){1,3}$/u.exec(
    text.slice(Math.max(0, mention.start - 40), mention.start),
  )
  const words = before?.[0].trim().split(/\s+/) ?? []
  if (words.some((word) => SURNAMES.has(word.toLowerCase()))) return true
  const nameStart = mention.start - (before?.[0].length ?? 0)
  return PERSON_HEAD.test(foldKey(text.slice(Math.max(0, nameStart - 20), nameStart)))
}

function beforeOf(text: string, mention: AreaMention): string {
  return foldKey(text.slice(Math.max(0, mention.start - 60), mention.start))
}

/** A place among others in a list ("Hà Nội, Hải Phòng và Bắc Ninh") says little about the article. */
function isListed(text: string, mentions: readonly AreaMention[], i: number): boolean {
  const near = (a: AreaMention | undefined, b: AreaMention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.kind === b.kind &&
    a.area !== b.area &&
    b.start - a.end <= 5 &&
    /^\s*(?:,|;|và|-|–)\s*$/u.test(text.slice(a.end, b.start))
  return near(mentions[i - 1], mentions[i]) || near(mentions[i], mentions[i + 1])
}

function weighMention(
  text: string,
  mentions: readonly AreaMention[],
  i: number,
): { weight: number; words: string } {
  const mention = mentions[i]
  if (!mention) return { weight: 0, words: '' }
  if (mention.kind === 'country') {
    return { weight: weighCountry(text, mention, WEIGHTS.body), words: `nhắc ${mention.name}` }
  }
  const said = text.slice(mention.start, mention.end)
  if (mention.partOf !== null)
    return { weight: WEIGHTS.partOfName, words: `tên "${mention.partOf} ${said}"` }
  if (isListed(text, mentions, i))
    return { weight: WEIGHTS.passing, words: `nhắc ${said} trong một danh sách` }
  const before = beforeOf(text, mention)
  if (INSTITUTION.test(before))
    return { weight: WEIGHTS.body + WEIGHTS.institution, words: `cơ quan của ${said}` }
  if (mention.prefix === 'tỉnh' || IN_AREA.test(before))
    return { weight: WEIGHTS.body + WEIGHTS.inArea, words: `"${said}"` }
  if (PASSING.test(before)) return { weight: WEIGHTS.passing, words: `nhắc ${said}` }
  return { weight: WEIGHTS.body, words: `nhắc ${said}` }
}

/** Words before "cả nước" that only measure a province by it ("cao nhất cả nước"). */
const COMPARED =
  /(?:nhat|dung dau|dan dau|hang dau|so voi|hon|binh quan(?: chung)?|trung binh|thu (?:\d+|hai|ba|tu|nam)|top \d+|hang|xep|muc (?:tang|chung)|chung)(?: cua| trong| toan| tren)? ?$/
/** "cả nước" speaks of the country; "Việt Nam" is often only the last word of an organisation's name. */
function weighCountry(text: string, mention: AreaMention, whole: number): number {
  if (COMPARED.test(beforeOf(text, mention))) return WEIGHTS.passing
  if (foldKey(mention.name) !== 'viet nam') return whole
  const isName = /\p{Lu}[\p{L}\p{M}]*\s+$/u.test(
    text.slice(Math.max(0, mention.start - 15), mention.start),
  )
  return isName || mention.partOf !== null ? WEIGHTS.passing * 0.5 : whole / 2
}

function usable(text: string): AreaMention[] {
  return findAreaMentions(text).filter((mention) => !isPersonName(text, mention))
}

function ofHeadline(title: string): Evidence[] {
  const seen = new Set<string>()
  return usable(title).flatMap((mention) => {
    const area = mention.area === null ? undefined : provinceOfArea(mention.area)
    if (area === undefined || seen.has(area) || mention.partOf !== null) return []
    if (area !== COUNTRY) seen.add(area)
    const ofPlace = seen.size === 1 ? WEIGHTS.headline : WEIGHTS.headlineLater
    const ofProvince = mention.kind === 'district' ? WEIGHTS.leadDistrict : ofPlace
    const weight = area === COUNTRY ? weighCountry(title, mention, WEIGHTS.headline) : ofProvince
    return [{ area, weight, words: `đầu đề nêu ${title.slice(mention.start, mention.end)}` }]
  })
}

/** The first paragraph speaks for the places it names, the less the more they are. */
function ofLead(text: EvidenceText, mentions: readonly AreaMention[]): Evidence[] {
  const named = new Map<string, AreaMention>()
  mentions.forEach((mention, i) => {
    const { area, kind, start } = mention
    if (kind === 'district' || area === null || named.has(area)) return
    if (start < text.leadStart || start >= text.leadStart + LEAD_LENGTH) return
    if (weighMention(text.prose, mentions, i).weight >= WEIGHTS.body) named.set(area, mention)
  })
  const provinces = [...named.keys()].filter((area) => area !== COUNTRY).length
  return [...named].map(([area, mention]) => {
    const ofCountry = weighCountry(text.prose, mention, WEIGHTS.lead)
    const weight = area === COUNTRY ? ofCountry : WEIGHTS.lead / provinces
    return { area, weight, words: `mở bài nêu ${mention.name}` }
  })
}

function ofBody(text: EvidenceText, mentions: readonly AreaMention[]): Evidence[] {
  const already = new Map<string, number>()
  return mentions.flatMap((mention, i) => {
    if (mention.kind === 'district' || mention.area === null) return []
    const times = already.get(mention.area) ?? 0
    already.set(mention.area, times + 1)
    if (times >= MOST_BODY_MENTIONS) return []
    const weighed = weighMention(text.prose, mentions, i)
    const repeats = mention.kind === 'country' || times > 1 ? 0.5 : 1
    return [{ area: mention.area, words: weighed.words, weight: weighed.weight * repeats }]
  })
}

function ofDistricts(text: EvidenceText, mentions: readonly AreaMention[]): Evidence[] {
  const byProvince = new Map<string, AreaMention[]>()
  for (const mention of mentions) {
    if (mention.kind !== 'district' || mention.area === null || mention.partOf !== null) continue
    const province = provinceOfArea(mention.area)
    const known = byProvince.get(province) ?? []
    if (!known.some((m) => m.area === mention.area)) byProvince.set(province, [...known, mention])
  }
  return [...byProvince].map(([area, found]) => {
    const names = found.map((m) => m.name).join(', ')
    const [first] = found
    if (found.length > 1) {
      const counted = Math.min(found.length, MOST_DISTRICTS)
      return { area, weight: counted * WEIGHTS.districts, words: `các huyện, thị: ${names}` }
    }
    const isClear =
      first !== undefined && first.prefix !== null && first.start < text.leadStart + LEAD_LENGTH
    return {
      area,
      weight: isClear ? WEIGHTS.leadDistrict : WEIGHTS.singleDistrict,
      words: `nhắc ${names}`,
    }
  })
}

const LOCAL_PUBLISHER =
  /^(?:bao|so|cong|ubnd|dai|cuc|chi cuc|trang|trung tam|ban|lien minh|phat thanh|tinh|thanh pho|hoi|truyen hinh)(?: |$)/
/** Offices report on their own province even where they do not name it; newspapers may not. */
const OFFICE =
  /^(?:so (?!huu)|cuc thong ke|chi cuc thong ke|thong ke tinh|ubnd|uy ban nhan dan|cong (?:tt|thong tin)|trung tam xuc tien)/
/** Offices that publish figures of the whole country. */
const NATIONAL_BODY = /(?<![a-z])tong cuc (?:thong ke|hai quan)(?![a-z])/
/** Words with which a local paper means its own province without naming it. */
const HERE_PROVINCE =
  /(?<!cac |tung |moi )(?<![\p{L}])tinh (?:ta|nha|giao|uy)(?![\p{L}])|(?:toan|cua|trong|ubnd|hdnd|dia ban|cap|thuong|lanh dao|nganh cong thuong|so cong thuong|nhan dan|chi cuc thong ke|cuc thong ke|tvtu) tinh(?![\p{L}])(?!,? thanh)/u
const HERE_CITY =
  /(?:toan|cua|trong|ubnd|hdnd|dia ban|cap|lanh dao|nganh cong thuong) thanh pho(?! \p{Lu})(?![\p{L}])/u
const HERE_OFFICE = /(?<![\p{L}])so cong thuong (?=to chuc|phoi hop|da|vua|cho|bao cao|,)/u
const HERE_DISTRICT = /(?:hdnd|ubnd|toan|cua|huyen uy) (?:huyen|thi xa|quan)(?![\p{L}])/u

function localProvince(publisher: string): string | undefined {
  const name = publisher.replace(/\(.*$/u, '').trim()
  if (!LOCAL_PUBLISHER.test(foldKey(name))) return undefined
  const areas = new Set(
    findAreaMentions(name).flatMap((m) =>
      m.area === null || m.kind === 'country' ? [] : [provinceOfArea(m.area)],
    ),
  )
  return areas.size === 1 ? [...areas][0] : undefined
}

function ofPublisher(text: EvidenceText, placeWeight: (area: string | null) => number): Evidence[] {
  const named = [text.publisher, text.host].filter((name) => name !== null)
  const province = named.map(localProvince).find((area) => area !== undefined)
  if (province === undefined) return []
  const key = foldKey(text.prose)
  const isCity = provinceNamed(province)?.type === 'thành phố'
  const here = (isCity ? HERE_CITY : HERE_PROVINCE).exec(key) ?? HERE_OFFICE.exec(key)
  if (here) {
    const said = text.prose.slice(here.index, here.index + here[0].length).trim()
    return [
      {
        area: province,
        weight: WEIGHTS.publisherHere,
        words: `nơi đăng ${named[0]} viết "${said}"`,
      },
    ]
  }
  if (HERE_DISTRICT.test(key) && placeWeight(null) === placeWeight(province)) {
    return [
      {
        area: province,
        weight: WEIGHTS.publisherDistrict,
        words: `nơi đăng ${named[0]} viết về một huyện của mình`,
      },
    ]
  }
  if (placeWeight(province) >= WEIGHTS.publisherDistrict) {
    return [{ area: province, weight: WEIGHTS.publisherHere, words: `nơi đăng ${named[0]}` }]
  }
  const isOffice = named.some((name) => OFFICE.test(foldKey(name)))
  const weight = isOffice ? WEIGHTS.publisherOfficial : WEIGHTS.publisherOnly
  return [{ area: province, weight, words: `nơi đăng ${named[0]}` }]
}

/** Words of an article that goes through many provinces. */
const MANY_PLACES =
  /(?<![a-z])(?:(?:cac|nhung|nhieu|muoi|(?<!top )(?<!\d)\d+) (?:dia phuong|tinh,? thanh)|dia phuong (?:trong|tren|cua)? ?ca nuoc)(?![a-z])/

function ofManyPlaces(text: EvidenceText, headline: readonly Evidence[]): Evidence[] {
  const words = 'nói về các tỉnh, thành'
  const namesProvince = headline.some((piece) => piece.area !== COUNTRY)
  if (text.title !== null && MANY_PLACES.test(foldKey(text.title)) && !namesProvince) {
    return [{ area: COUNTRY, weight: WEIGHTS.manyPlaces, words }]
  }
  const opening = foldKey(text.prose.slice(0, text.leadStart + LEAD_LENGTH))
  return MANY_PLACES.test(opening) ? [{ area: COUNTRY, weight: WEIGHTS.passing, words }] : []
}

/** A text that names nothing but a national office is about the country, unless it speaks of "the province". */
function ofNationalBody(text: EvidenceText): Evidence[] {
  const key = foldKey(text.prose)
  const hit = NATIONAL_BODY.exec(key)
  if (!hit || hit.index > text.leadStart + LEAD_LENGTH) return []
  if ([HERE_PROVINCE, HERE_CITY, HERE_OFFICE, HERE_DISTRICT].some((here) => here.test(key)))
    return []
  const said = text.prose.slice(hit.index, hit.index + hit[0].length)
  return [{ area: COUNTRY, weight: WEIGHTS.nationalBody, words: `số liệu của ${said}` }]
}

/** All the evidence of an article, strongest kinds first. Empty when no place stands in it. */
export function findEvidence(text: EvidenceText): Evidence[] {
  const mentions = usable(text.prose)
  const headline = text.title === null ? [] : ofHeadline(text.title)
  const places = [
    ...headline,
    ...ofLead(text, mentions),
    ...ofBody(text, mentions),
    ...ofDistricts(text, mentions),
  ]
  const placeWeight = (area: string | null): number =>
    places
      .filter((place) => place.area === area || (area === null && place.area !== COUNTRY))
      .reduce((sum, place) => sum + place.weight, 0)
  return [
    ...places,
    ...ofPublisher(text, placeWeight),
    ...ofManyPlaces(text, headline),
    ...ofNationalBody(text),
  ]
}
