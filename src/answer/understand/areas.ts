/** Turns place mentions into areas as figures write them. */
import { findAreaMentionsFolded } from '../../catalogue/area-mentions.ts'
import { COUNTRY, provinceByName, provinceOfArea } from '../../catalogue/areas.ts'
import { PROVINCES } from '../../catalogue/gazetteer.ts'
import type { Borders } from '../../model/figure.ts'
import type { AreaAsked } from '../query.ts'
import type { Mention, MentionOf } from './scan.ts'
import type { Words } from './words.ts'

export interface AreasRead {
  readonly areas: readonly AreaAsked[]
  /** Areas to choose from where one name means several. */
  readonly choices: readonly string[]
}

/**
 * The areas of these mentions, each once. A district name known in several provinces is settled by a
 * province named in the question; otherwise its candidates come back as choices.
 */
export function readAreas(
  mentions: readonly MentionOf<'area'>[],
  all: readonly Mention[],
): AreasRead {
  const provinces = all.flatMap((m) =>
    m.kind === 'area' && m.area.kind === 'province' && m.area.area ? [m.area.area] : [],
  )
  const areas: AreaAsked[] = []
  const choices: string[] = []
  for (const mention of mentions) {
    if (mention.belongs && mentions.length > 1) continue
    const borders = bordersAfter(mention, all)
    const names = settle(mention, provinces)
    if (names.length > 1) choices.push(...names)
    const [name] = names
    if (name === undefined || names.length > 1) continue
    if (areas.some((known) => known.area === name && known.borders === borders)) continue
    areas.push({ area: name, kind: kindOf(name), borders })
  }
  return { areas: withoutOwnProvince(areas), choices }
}

function settle(mention: MentionOf<'area'>, provinces: readonly string[]): readonly string[] {
  const { area } = mention
  // "Cục Hải quan Lạng Sơn": the end of "Hải quan" is no "quận".
  if (area.prefix === 'quan' && mention.afterCustoms) {
    const province = provinceByName(area.name)
    if (province) return [province.name]
  }
  if (area.area !== null) return [area.area]
  const here = area.candidates.filter((name) => provinces.includes(provinceOfArea(name)))
  return here.length > 0 ? here : area.candidates
}

function kindOf(area: string): AreaAsked['kind'] {
  if (area === COUNTRY) return 'country'
  return area.includes(',') ? 'district' : 'province'
}

/** "huyện Cẩm Giàng của Hải Dương": the province only says where the district lies. */
function withoutOwnProvince(areas: readonly AreaAsked[]): AreaAsked[] {
  const districts = areas.filter((a) => a.kind === 'district').map((a) => provinceOfArea(a.area))
  return areas.filter((a) => a.kind !== 'province' || !districts.includes(a.area))
}

/** "Tây Ninh (cũ)", "Hải Phòng mới": the cue within the next two words. */
function bordersAfter(mention: MentionOf<'area'>, all: readonly Mention[]): Borders | null {
  const cue = all.find(
    (m): m is MentionOf<'cue'> =>
      m.kind === 'cue' &&
      (m.cue === 'old-borders' || m.cue === 'new-borders') &&
      m.from >= mention.to &&
      m.from - mention.to <= 1,
  )
  if (cue) return cue.cue === 'old-borders' ? 'old' : 'new'
  const anywhere = all.find((m) => m.kind === 'cue' && /borders$/.test(m.cue) && m.to - m.from > 1)
  return anywhere?.kind === 'cue' ? (anywhere.cue === 'old-borders' ? 'old' : 'new') : null
}

const PREFIX = /(?:huyện|quận|thị xã|thành phố|TX\.?|TP\.?)\s+((?:\p{Lu}[\p{L}\p{M}]*\s?){1,4})/gu

/**
 * A district that the gazetteer does not hold ("huyện Nông Sơn"): the name in every province it could
 * lie in, as one area with its alternatives. Only a name typed with a prefix and capitals; else null.
 */
export function unlistedDistrict(words: Words): AreaAsked | null {
  const known = findAreaMentionsFolded(words.text)
  for (const hit of words.text.matchAll(PREFIX)) {
    const name = hit[1]?.trim() ?? ''
    const start = hit.index + hit[0].indexOf(name)
    const taken = known.some((m) => m.start < start + name.length && start < m.end)
    if (name === '' || taken) continue
    const others = PROVINCES.map((province) => `${name}, ${province.name}`)
    return { area: name, kind: 'district', borders: null, others }
  }
  return null
}
