/** Every syllable of Mandarin without its tone, ü as v; the order is the alphabet's, so that those that begin alike stand together. */
const syllables = `
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang
chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de
dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan
gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan
huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua
kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve
ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie
nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang
qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen
seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo
ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian
xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze
zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu
zuan zui zun zuo`
  .trim()
  .split(/\s+/)

// Private characters: a search text says a syllable in one sign that nobody types.
const firstSign = 0xe000
const signs = new Map(syllables.map((syllable, index) => [syllable, String.fromCharCode(firstSign + index)]))
const longest = 6
const mostWays = 8

/** The one sign that stands for a syllable in a search text; what is no syllable stands for itself. */
export function signOf(syllable: string): string {
  return signs.get(syllable) ?? syllable
}

/** A way to read typed letters: the signs of whole syllables, and from which to which sign the last, unfinished one may be. */
export interface Spelled {
  readonly signs: string
  readonly last?: readonly [string, string]
}

/** Every way to read letters as syllables of which the last may be unfinished: xian is 先 and 西安, hangzh begins 杭州; the shortest first. */
export function spelled(letters: string): Spelled[] {
  const found: Spelled[] = []
  // The list grows while it is walked, so the ways with the fewest syllables come first.
  const begun = [{ signs: '', rest: letters }]
  for (const { signs: said, rest } of begun) {
    if (found.length >= mostWays) break
    if (rest === '') {
      found.push({ signs: said })
      continue
    }
    const unfinished = beginningWith(rest)
    // One that is whole is read as such below, unless longer ones begin with it too.
    if (unfinished) found.push({ signs: said, last: unfinished })
    for (let length = Math.min(longest, rest.length - 1); length > 0; length--) {
      const sign = signs.get(spelling(rest.slice(0, length)))
      if (sign) begun.push({ signs: said + sign, rest: rest.slice(length) })
    }
  }
  return found
}

/** People type lue and nue where dictionaries say lve and nve. */
const spelling = (typed: string): string => typed.replace(/^([ln])ue$/, '$1ve')

function beginningWith(letters: string): readonly [string, string] | undefined {
  const beginning = spelling(letters)
  const from = syllables.findIndex(syllable => syllable.startsWith(beginning))
  if (from < 0) return undefined
  const behind = syllables.findIndex((syllable, index) => index > from && !syllable.startsWith(beginning))
  const to = behind < 0 ? syllables.length - 1 : behind - 1
  return [String.fromCharCode(firstSign + from), String.fromCharCode(firstSign + to)]
}
