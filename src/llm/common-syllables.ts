/** Syllables that nearly every text and question holds, folded: they hardly tell texts apart. */
export const COMMON_SYLLABLES: ReadonlySet<string> = new Set(
  `la va cua co cac nhung cho voi trong tren duoi tu den o tai theo ve do da dang se duoc bi cung nhu hon
  thi ma nay do nao gi sao the may bao nhieu khi neu vi nen thang nam quy ngay dau cuoi ky so tang giam
  dat uoc khoang gan phan tram ty trieu nghin dong usd voi cung nguoi mot hai ba toi ban minh cho biet hoi
  tinh thanh pho huyen quan xa khong con lai van moi ra vao len xuong hay hoac`
    .split(/\s+/u)
    .filter((syllable) => syllable !== ''),
)
