import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameReadings, personReadings } from '../../electron/backend/search/pinyin.ts'

test.each([
  ['杭州明珠商贸有限公司', 'hzmzsmyxgs', 'hangzhoumingzhushangmaoyouxiangongsi'],
  ['重庆火锅底料厂', 'cqhgdlc', 'chongqinghuoguodiliaochang'],
  ['重庆火锅底料厂', 'zqhgdlc', 'zhongqinghuoguodiliaochang'],
  ['长江商行', 'cjsh', 'changjiangshanghang'],
  ['长江商行', 'zjsh', 'zhangjiangshanghang'],
  ['长江商行', 'zjsx', 'zhangjiangshangxing'],
  ['绿源', 'ly', 'lvyuan'],
  ['绿源', 'ly', 'luyuan'],
  ['明珠（杭州）第３分公司', 'mzhzd3fgs', 'mingzhuhangzhoudi3fengongsi'],
  ['ＡＢＣ 食品', 'abcsp', 'abcshipin'],
  ['長樂', 'cl', 'changle'],
])('%s is found by %s and %s', (name, initials, pinyin) => {
  const readings = nameReadings(name)
  expect(readings.initials).toContain(initials)
  expect(readings.pinyin).toContain(pinyin)
})

test.each([
  ['重庆', 'chongqing zhongqing'],
  ['长沙', 'changsha zhangsha'],
  ['长春', 'changchun zhangchun'],
  ['厦门', 'xiamen shamen'],
  ['朝阳', 'chaoyang zhaoyang'],
  ['都匀', 'duyun douyun'],
  ['乐山', 'leshan yueshan'],
  ['蚌埠', 'bengbu bangbu'],
  ['六安', 'luan liuan'],
  ['台州', 'taizhou'],
  ['丽水', 'lishui'],
  ['番禺', 'panyu fanyu'],
  ['铅山', 'yanshan qianshan'],
  ['洪洞', 'hongtong hongdong'],
  ['什邡', 'shifang shenfang'],
  ['莘县', 'shenxian xinxian'],
  ['东阿', 'donge donga'],
  ['东莞', 'dongguan dongwan'],
  ['宿州', 'suzhou'],
  ['涪陵', 'fuling'],
  ['乐亭', 'laoting leting'],
  ['大城', 'daicheng'],
  ['歙县', 'shexian xixian'],
  ['荥阳', 'xingyang'],
  ['黄埔', 'huangpu'],
  ['珲春', 'hunchun huichun'],
  ['尉氏', 'weishi'],
  ['涡阳', 'guoyang woyang'],
  ['会稽', 'kuaiji huiji'],
  ['犍为', 'qianwei jianwei'],
  ['亳州', 'bozhou haozhou'],
  ['哈尔滨', 'haerbin'],
  ['呼和浩特', 'huhehaote'],
  ['乌鲁木齐', 'wulumuqi'],
  ['西藏', 'xizang'],
])('the place %s is found by each of %s', (name, expected) => {
  expect(nameReadings(name).pinyin).toEqual(expect.arrayContaining(expected.split(' ')))
})

test.each([
  ['曾', 'zeng1', 'zeng ceng'],
  ['单', 'shan4', 'shan dan'],
  ['仇', 'qiu2', 'qiu chou'],
  ['解', 'xie4', 'xie jie'],
  ['区', 'ou1', 'ou qu'],
  ['朴', 'piao2', 'piao pu'],
  ['查', 'zha1', 'zha cha'],
  ['盖', 'ge3', 'ge gai'],
  ['翟', 'zhai2', 'zhai di'],
  ['任', 'ren2', 'ren'],
  ['华', 'hua4', 'hua'],
  ['纪', 'ji3', 'ji'],
  ['覃', 'qin2', 'qin tan'],
  ['员', 'yun4', 'yun yuan'],
  ['缪', 'miao4', 'miao mou miu'],
  ['乐', 'yue4', 'yue le'],
  ['召', 'shao4', 'shao zhao'],
  ['冼', 'xian3', 'xian'],
  ['秘', 'mi4', 'mi bi'],
  ['尉', 'wei4', 'wei yu'],
  ['长', 'chang2', 'chang zhang'],
  ['应', 'ying1', 'ying'],
  ['宁', 'ning4', 'ning'],
  ['万俟', 'mo4', 'moqi wanqi'],
  ['尉迟', 'yu4', 'yuchi weichi'],
  ['欧阳', 'ou1', 'ouyang'],
  ['令狐', 'ling2', 'linghu'],
  ['澹台', 'tan2', 'tantai dantai'],
  ['长孙', 'zhang3', 'zhangsun changsun'],
])('the surname %s stands at %s and is found by each of %s', (surname, first, expected) => {
  const readings = personReadings(`${surname}文`)
  expect(readings.sortKey.startsWith(`~${first}${surname.charAt(0)}`)).toBe(true)
  expect(readings.pinyin).toEqual(expect.arrayContaining(expected.split(' ').map(syllables => `${syllables}wen`)))
})

test('a surname inside a firm name keeps its ordinary reading', () => {
  expect(nameReadings('单位食堂').pinyin[0]).toBe('danweishitang')
})

test('lists stand in the order of syllable, tone, character, behind digits and letters', () => {
  const names = [
    '3号店',
    'ABC',
    '阿里',
    '爱家',
    '安心',
    '敏',
    '敏行',
    '名著',
    '明珠',
    '明珠二',
    '鸣',
    '命',
    '绿源',
    '路',
    '𠮷',
  ]
  const sorted = [
    '3号店',
    'ABC',
    '阿里',
    '爱家',
    '安心',
    '路',
    '绿源',
    '敏',
    '敏行',
    '名著',
    '明珠',
    '明珠二',
    '鸣',
    '命',
    '𠮷',
  ]
  const keys = new Map(names.map(name => [name, nameReadings(name).sortKey]))
  const byKey = (a: string, b: string) => ((keys.get(a) ?? '') < (keys.get(b) ?? '') ? -1 : 1)
  expect(names.sort(byKey)).toEqual(sorted)
})

test('brackets and width do not move a name in a list', () => {
  expect(nameReadings('明珠（杭州）').sortKey).toBe(nameReadings('明珠(杭州) ').sortKey)
  expect(nameReadings('ＡＢ明珠').sortKey).toBe(nameReadings('ab明珠').sortKey)
})

test('a name full of polyphones has a bounded number of readings, each different', () => {
  const { pinyin, initials } = nameReadings('重长行乐单会朝厦都六'.repeat(3))
  expect(pinyin).toHaveLength(16)
  expect(new Set(pinyin).size).toBe(16)
  expect(initials.length).toBeLessThanOrEqual(16)
})

test('any text gets at least one reading of each kind, and initials as long as its letters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), text => {
      const { pinyin, initials } = nameReadings(text)
      expect(pinyin.length).toBeGreaterThan(0)
      expect(initials.length).toBeGreaterThan(0)
      expect(initials[0]?.length).toBeLessThanOrEqual(pinyin[0]?.length ?? 0)
    }),
  )
})
