/**
 * Areas by name. An area is written as in figures: a province ("Hải Dương"), a district with its
 * province ("Cẩm Giàng, Hải Dương") or the country ("Việt Nam").
 */
import { foldName } from '../vietnamese/fold.ts'
import {
  DISTRICTS,
  type DistrictUnit,
  FORMER_DISTRICTS,
  PROVINCES,
  PROVINCES_2025,
  type Province,
  type Province2025,
  SHARED_ABBREVIATIONS,
} from './gazetteer.ts'

/** The country as figures name it. */
export const COUNTRY = 'Việt Nam'
/** How articles and questions name the country. */
export const COUNTRY_ALIASES = ['Việt Nam', 'cả nước', 'toàn quốc', 'nước ta', 'Vietnam'] as const

/** Words before a name, folded: what the name can then be. */
const BEFORE_TOWN = /^(?:thanh pho|tp|t p) (?=.)/
const BEFORE_PROVINCE = /^(?:thu do|tinh) (?=.)/
const BEFORE_DISTRICT = /^(?:huyen|quan|thi xa|tx|thanh pho|tp|t p) (?=.)/

const BY_CODE = new Map(PROVINCES.map((province) => [province.code, province]))
const BY_NAME = new Map(PROVINCES.map((province) => [province.name, province]))
const NEW_BY_NAME = new Map(PROVINCES_2025.map((province) => [province.name, province]))
const NEW_BY_MEMBER = new Map(PROVINCES_2025.flatMap((p) => p.members.map((m) => [m, p] as const)))
/** "Huế" is the name of 2025 for a territory that did not change; figures keep the older name. */
const RENAMED = new Map(
  PROVINCES_2025.flatMap((p) =>
    !p.merged && !BY_NAME.has(p.name) ? p.members.map((m) => [p.name, m] as const) : [],
  ),
)
const BY_ALIAS = aliasTable()
const DISTRICTS_BY_NAME = districtTable()
const SHARED_IN_PROVINCE = sharedNames()

/** The province of mid-2025 with exactly this name. */
export function provinceNamed(name: string): Province | undefined {
  return BY_NAME.get(name)
}

/** The province with this two-digit code of the statistics office. */
export function provinceByCode(code: string): Province | undefined {
  return BY_CODE.get(code)
}

/**
 * The province a name stands for: any spelling, with or without diacritics, "tỉnh", "TP".
 * `provinceByName('tp hcm')?.name` → "Hồ Chí Minh"; undefined when unknown or ambiguous ("ĐN").
 */
export function provinceByName(name: string): Province | undefined {
  const key = foldName(name)
  const plain = BY_ALIAS.get(key) ?? BY_ALIAS.get(key.replace(BEFORE_PROVINCE, ''))
  if (plain) return plain
  const town = BY_ALIAS.get(key.replace(BEFORE_TOWN, ''))
  return town?.type === 'thành phố' ? town : undefined
}

/**
 * All district units of a name (folded, prefix words allowed); several when the name stands in
 * several provinces ("Châu Thành") or for a town and a district ("Kỳ Anh").
 */
export function districtsByName(name: string): readonly DistrictUnit[] {
  const key = foldName(name)
  return DISTRICTS_BY_NAME.get(key) ?? DISTRICTS_BY_NAME.get(key.replace(BEFORE_DISTRICT, '')) ?? []
}

/** The area a district is written as: "Cẩm Giàng, Hải Dương", "TP Hải Dương, Hải Dương". */
export function areaOfDistrict(district: DistrictUnit): string {
  return `${districtLabel(district)}, ${district.province}`
}

/**
 * Reads an area given by an operator or in a record ("tỉnh hải dương", "huyện Nông Sơn, Quảng Nam",
 * "cả nước"); undefined when it is none or not unique.
 */
export function areaByName(name: string): string | undefined {
  const key = foldName(name)
  if (COUNTRY_ALIASES.some((alias) => foldName(alias) === key)) return COUNTRY
  const comma = name.lastIndexOf(',')
  if (comma < 0) return provinceByName(name)?.name ?? onlyDistrict(districtsByName(name), name)
  const province = provinceByName(name.slice(comma + 1))
  if (!province) return undefined
  const inside = districtsByName(name.slice(0, comma)).filter((d) => d.province === province.name)
  return onlyDistrict(inside, name)
}

/** The province part of an area: "Cẩm Giàng, Hải Dương" → "Hải Dương"; the country is itself. */
export function provinceOfArea(area: string): string {
  return area.slice(area.lastIndexOf(',') + 1).trim()
}

/** True for "District, Province". */
export function isDistrictArea(area: string): boolean {
  return area.includes(',')
}

/** The province of 1 July 2025 that this former province is part of (itself when unchanged). */
export function successorOf(provinceName: string): Province2025 | undefined {
  return NEW_BY_MEMBER.get(provinceName) ?? NEW_BY_NAME.get(provinceName)
}

/** The former provinces that make up a province of 1 July 2025; empty when there is no such province. */
export function membersOf(provinceName: string): readonly string[] {
  return NEW_BY_NAME.get(provinceName)?.members ?? []
}

/** True where a name means two territories: a province that kept its name in a merger of 2025. */
export function meansTwoTerritories(areaName: string): boolean {
  return NEW_BY_NAME.get(areaName)?.merged === true && BY_NAME.has(areaName)
}

/**
 * How to show an area in a sentence about a year: "Thừa Thiên Huế" is "TP Huế" from 2025 on; a name
 * that alone means something else gets its type ("TP Hồ Chí Minh").
 */
export function areaLabel(area: string, year: number | null): string {
  if (isDistrictArea(area)) return area
  if (year !== null && year >= 2025)
    for (const [newer, older] of RENAMED) if (older === area) return `TP ${newer}`
  return BY_NAME.get(area)?.weakAliases.includes(area) ? `TP ${area}` : area
}

function onlyDistrict(found: readonly DistrictUnit[], written: string): string | undefined {
  const key = foldName(written).replace(BEFORE_TOWN, 'thanh pho ')
  const typed = found.filter((d) => key.startsWith(`${foldName(d.type)} `))
  const [only, ...more] = typed.length > 0 ? typed : found
  return only && more.length === 0 ? areaOfDistrict(only) : undefined
}

function aliasTable(): Map<string, Province> {
  const table = new Map<string, Province | null>()
  const add = (alias: string, province: Province): void => {
    const key = foldName(alias)
    const known = table.get(key)
    table.set(key, known === undefined || known === province ? province : null)
  }
  for (const province of PROVINCES)
    for (const alias of [province.name, ...province.aliases, ...province.weakAliases])
      add(alias, province)
  for (const [newer, older] of RENAMED) {
    const province = BY_NAME.get(older)
    if (province) add(newer, province)
  }
  // Abbreviations that several provinces share stand for none of them.
  for (const shared of SHARED_ABBREVIATIONS) table.set(foldName(shared), null)
  return new Map([...table].filter((entry): entry is [string, Province] => entry[1] !== null))
}

function districtTable(): Map<string, DistrictUnit[]> {
  const table = new Map<string, DistrictUnit[]>()
  for (const district of [...DISTRICTS, ...FORMER_DISTRICTS]) {
    const aliases = 'aliases' in district ? district.aliases : []
    for (const key of new Set([district.name, ...aliases].map(foldName))) {
      const list = table.get(key)
      if (list) list.push(district)
      else table.set(key, [district])
    }
  }
  return table
}

function sharedNames(): Set<string> {
  const count = new Map<string, number>()
  for (const d of DISTRICTS) {
    const key = `${d.name}, ${d.province}`
    count.set(key, (count.get(key) ?? 0) + 1)
  }
  return new Set([...count].filter(([, n]) => n > 1).map(([key]) => key))
}

function districtLabel(district: DistrictUnit): string {
  const { name, province, type } = district
  if (!SHARED_IN_PROVINCE.has(`${name}, ${province}`) && !BY_NAME.has(name)) return name
  const written = type === 'thành phố' ? 'TP' : type.charAt(0).toUpperCase() + type.slice(1)
  return `${written} ${name}`
}
