/** The door to the gazetteer: everything the other parts need to know about areas. */
export {
  type AreaMention,
  findAreaMentions,
  findAreaMentionsFolded,
} from './area-mentions.ts'
export {
  areaByName,
  areaLabel,
  areaOfDistrict,
  COUNTRY,
  districtsByName,
  isDistrictArea,
  meansTwoTerritories,
  membersOf,
  provinceByCode,
  provinceByName,
  provinceNamed,
  provinceOfArea,
  successorOf,
} from './area-names.ts'
export { bordersFor, sideOfMerger } from './borders.ts'
export {
  DISTRICTS,
  type District,
  type DistrictUnit,
  FORMER_DISTRICTS,
  MERGER_DAY,
  PROVINCES,
  PROVINCES_2025,
  type Province,
  type Province2025,
} from './gazetteer.ts'
