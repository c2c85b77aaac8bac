/** The texts of a list, each at the place that is its code: the first one is 01. */
const numbered = (texts: string): [string, string][] =>
  texts
    .trim()
    .split(/\s+/)
    .map((text, index) => [String(index + 1).padStart(2, '0'), text])

/** 民族, GB/T 3304-1991. */
const ethnicGroups = new Map([
  ...numbered(`
    汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族
    高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族
    塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族
  `),
  ['97', '其他'],
  ['98', '外国血统中国籍人士'],
])

/** 学历, GB/T 4658-2006. */
const educations = new Map([
  ['10', '研究生教育'],
  ['11', '博士研究生毕业'],
  ['12', '博士研究生结业'],
  ['13', '博士研究生肄业'],
  ['14', '硕士研究生毕业'],
  ['15', '硕士研究生结业'],
  ['16', '硕士研究生肄业'],
  ['17', '研究生班毕业'],
  ['18', '研究生班结业'],
  ['19', '研究生班肄业'],
  ['20', '大学本科教育'],
  ['21', '大学本科毕业'],
  ['22', '大学本科结业'],
  ['23', '大学本科肄业'],
  ['28', '大学普通班毕业'],
  ['30', '大学专科教育'],
  ['31', '大学专科毕业'],
  ['32', '大学专科结业'],
  ['33', '大学专科肄业'],
  ['40', '中等职业教育'],
  ['41', '中等专科毕业'],
  ['42', '中等专科结业'],
  ['43', '中等专科肄业'],
  ['44', '职业高中毕业'],
  ['45', '职业高中结业'],
  ['46', '职业高中肄业'],
  ['47', '技工学校毕业'],
  ['48', '技工学校结业'],
  ['49', '技工学校肄业'],
  ['60', '普通高级中学教育'],
  ['61', '普通高中毕业'],
  ['62', '普通高中结业'],
  ['63', '普通高中肄业'],
  ['70', '初级中学教育'],
  ['71', '初中毕业'],
  ['73', '初中肄业'],
  ['80', '小学教育'],
  ['81', '小学毕业'],
  ['83', '小学肄业'],
  ['90', '其他'],
])

/** The standard lists whose codes other programs write into text boxes, by the keys of the boxes (rules 24). */
const lists: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['ethnicity', ethnicGroups],
  ['owner.education', educations],
])

/** The text of a standard code in a box, also of 1 as Excel leaves 01; any other text is what it is. */
export function textOfCode(key: string, text: string): string {
  return (/^\d{1,2}$/.test(text) ? lists.get(key)?.get(text.padStart(2, '0')) : undefined) ?? text
}

/** 性别 by GB/T 2261.1-2003: what says that it is not known, or was not said, leaves the box empty. */
export const unsaidSex: readonly string[] = ['0', '9', '未说明', '未知的性别', '未说明的性别']
