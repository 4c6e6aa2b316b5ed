/** The tables of `data/areas/`: 63 provinces, their 34 successors, 696 district units; checked on load. */
import { z } from 'zod'
import { invalid, loadData } from './load.ts'

const name = z.string().min(1)
const provinceSchema = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name,
  type: z.enum(['tỉnh', 'thành phố']),
  aliases: z.array(name),
  /** Spellings that also mean something else; they count only where a name of a place is expected. */
  weakAliases: z.array(name),
  region: name,
  subregion: name.nullable(),
  successor: name,
  successorCode: z.string().regex(/^\d{2}$/),
  merger: z.enum(['unchanged', 'name-kept', 'name-lost']),
  note: z.string().nullable(),
})
const province2025Schema = z.strictObject({
  code: z.string().regex(/^\d{2}$/),
  name,
  type: z.enum(['tỉnh', 'thành phố']),
  members: z.array(name).min(1),
  merged: z.boolean(),
})
const districtSchema = z.strictObject({
  code: z.string().regex(/^\d{3}$/),
  name,
  type: z.enum(['quận', 'huyện', 'thị xã', 'thành phố']),
  province: name,
  aliases: z.array(name),
})

const formerSchema = districtSchema
  .omit({ code: true, aliases: true })
  .extend({ until: z.string().regex(/^\d{4}-\d{2}$/) })

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const provincesFile = z.strictObject({
  version: z.number(),
  validTo: day,
  source: z.string(),
  /** Longer names that contain the name of a province and mean something else. */
  notAreas: z.array(name),
  /** Common words that look like a province typed with a mistaken mark. */
  commonWordsTyped: z.array(name),
  /** Abbreviations that stand for several provinces, hence for none. */
  sharedAbbreviations: z.array(name),
  /** Words after which "Hồ Chí Minh" is the person or something named after him. */
  personHeads: z.array(name),
  provinces: z.array(provinceSchema).length(63),
})
const provinces2025File = z.strictObject({
  version: z.number(),
  validFrom: day,
  source: z.string(),
  provinces: z.array(province2025Schema).length(34),
})
const districtsFile = z.strictObject({
  version: z.number(),
  validTo: day,
  source: z.string(),
  /** Names that are districts only after "huyện", "TP" …: too short to stand alone. */
  needPrefix: z.array(name),
  /** Names that without diacritics read like common words; typed so, they need a prefix too. */
  commonWordsUnmarked: z.array(name),
  districts: z.array(districtSchema).length(696),
})

const formerFile = z.strictObject({
  version: z.number(),
  source: z.string(),
  districts: z.array(formerSchema).min(1),
})

/** A province as it was until 30 June 2025. */
export type Province = Readonly<z.infer<typeof provinceSchema>>
/** A province since 1 July 2025, with the former provinces it was made of. */
export type Province2025 = Readonly<z.infer<typeof province2025Schema>>
/** A district unit of June 2025 (district units were abolished on 1 July 2025). */
export type District = Readonly<z.infer<typeof districtSchema>>

/** A district unit that was gone before June 2025; `until` is its last month. */
export type FormerDistrict = Readonly<z.infer<typeof formerSchema>>
/** A district unit of any time. */
export type DistrictUnit = District | FormerDistrict

const before = loadData('areas/provinces.json', provincesFile)
const districts = loadData('areas/districts.json', districtsFile)
const after = loadData('areas/provinces-2025.json', provinces2025File)

export const PROVINCES: readonly Province[] = before.provinces
export const PROVINCES_2025: readonly Province2025[] = after.provinces
export const DISTRICTS: readonly District[] = districts.districts
/** Units that articles name from before they were merged or renamed. */
export const FORMER_DISTRICTS: readonly FormerDistrict[] = loadData(
  'areas/former-districts.json',
  formerFile,
).districts
export const NEED_PREFIX: readonly string[] = districts.needPrefix
export const COMMON_WORDS_UNMARKED: readonly string[] = districts.commonWordsUnmarked
export const NOT_AREAS: readonly string[] = before.notAreas
export const COMMON_WORDS_TYPED: readonly string[] = before.commonWordsTyped
export const SHARED_ABBREVIATIONS: readonly string[] = before.sharedAbbreviations
export const PERSON_HEADS: readonly string[] = before.personHeads
/** The first day on which a name means the territory of the 34 provinces. */
export const MERGER_DAY: string = after.validFrom

checkTables()

function checkTables(): void {
  checkUnique(
    'areas/provinces.json',
    PROVINCES.map((p) => p.code),
  )
  checkUnique(
    'areas/provinces.json',
    PROVINCES.map((p) => p.name),
  )
  checkUnique(
    'areas/provinces-2025.json',
    PROVINCES_2025.map((p) => p.code),
  )
  checkUnique(
    'areas/districts.json',
    DISTRICTS.map((d) => d.code),
  )
  const names = new Set(PROVINCES.map((p) => p.name))
  for (const district of [...DISTRICTS, ...FORMER_DISTRICTS])
    if (!names.has(district.province))
      throw invalid('areas/districts.json', `${district.name}: không có tỉnh ${district.province}`)
  checkSuccessors()
}

function checkUnique(file: string, values: readonly string[]): void {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) throw invalid(file, `"${value}" xuất hiện hai lần`)
    seen.add(value)
  }
}

function checkSuccessors(): void {
  const successorOfMember = new Map(
    PROVINCES_2025.flatMap((s) => s.members.map((member) => [member, s] as const)),
  )
  for (const province of PROVINCES) {
    const successor = successorOfMember.get(province.name)
    if (successor?.name !== province.successor || successor.code !== province.successorCode)
      throw invalid('areas/provinces.json', `${province.name}: tỉnh kế tiếp không khớp`)
  }
}
