import { label } from '../text/language.ts'
import type { Field } from './field.ts'
import { fiveSteps, goodMediumPoor, highMediumLow, known, option, other } from './options.ts'
import { unit } from './units.ts'

const creditFile = label('信用卡', '信用卡', 'Credit file')

const head: readonly Field[] = [
  {
    key: 'cardNo',
    within: creditFile,
    kind: 'text',
    label: label('编号', '編號', 'File no.'),
    boxes: ['KH002.1'],
    unique: true,
    maxLength: 40,
  },
  {
    key: 'businessForm',
    kind: 'single',
    label: label('经营方式', '經營方式', 'Form of business'),
    boxes: ['KH002.11'],
    options: [
      known(
        option('individual', '个体', '個體', 'Sole trader'),
        '个体户',
        '个体工商户',
        '个体经营',
        '個體戶',
        '個體工商戶',
        'sole proprietor',
      ),
      known(option('partnership', '合伙', '合夥', 'Partnership'), '合伙企业', '合夥企業'),
      known(option('stateOwned', '国有', '國有', 'State-owned'), '国营', '国企', '国有企业', '國營', '國有企業'),
      known(
        option('company', '公司', '公司', 'Company'),
        '有限公司',
        '有限责任公司',
        '股份公司',
        '股份有限公司',
        '有限責任公司',
        '公司制',
        'Co., Ltd.',
      ),
      other(),
    ],
  },
  {
    key: 'locationType',
    kind: 'single',
    label: label('经营地点', '經營地點', 'Location'),
    boxes: ['KH002.12'],
    options: [
      known(option('market', '市场', '市場', 'Market'), '批发市场', '专业市场', '批發市場', '集贸市场'),
      known(option('residential', '住宅', '住宅', 'Residential area'), '住宅区', '小区', '居民区', '住宅區', '社區'),
      known(option('suburb', '郊外', '郊外', 'Outskirts'), '郊区', '城郊', '郊區', 'suburb'),
      other(),
    ],
  },
]

/** 负责人 block: all of it is delicate, none of it is ever required or scored (rules 4 and 11). */
const owner: readonly Field[] = [
  {
    key: 'owner.personality',
    kind: 'single',
    label: label('性格', '性格', 'Personality'),
    boxes: ['KH002.15'],
    options: [
      option('gentle', '温柔', '溫柔', 'Gentle'),
      option('excitable', '兴奋', '興奮', 'Excitable'),
      { ...option('cheerful', '爽朗', '爽朗', 'Cheerful'), alsoKnownAs: ['开朗', '開朗'] },
      option('eccentric', '古怪', '古怪', 'Eccentric'),
      option('conceited', '自大', '自大', 'Conceited'),
    ],
  },
  {
    key: 'owner.temperament',
    kind: 'single',
    label: label('气质', '氣質', 'Temperament'),
    boxes: ['KH002.16'],
    options: [
      option('steady', '稳重', '穩重', 'Steady'),
      option('reserved', '寡言', '寡言', 'Taciturn'),
      option('impatient', '急躁', '急躁', 'Impatient'),
      option('talkative', '饶舌', '饒舌', 'Talkative'),
    ],
  },
  { key: 'owner.interests', kind: 'text', label: label('兴趣', '興趣', 'Interests'), boxes: ['KH002.17'] },
  {
    key: 'owner.honoraryPosts',
    kind: 'text',
    label: label('名誉', '名譽', 'Honours and posts'),
    boxes: ['KH002.18'],
    help: label('社会职务、荣誉称号', '社會職務、榮譽稱號', 'Posts held in public life, honorary titles'),
  },
  {
    key: 'owner.education',
    kind: 'text',
    label: label('学历', '學歷', 'Education'),
    boxes: ['KH002.19'],
    suggestions: [
      label('小学', '小學', 'Primary school'),
      label('初中', '初中', 'Junior middle school'),
      label('高中', '高中', 'Senior middle school'),
      label('中专', '中專', 'Secondary technical school'),
      label('大专', '大專', 'Junior college'),
      label('本科', '本科', 'Bachelor'),
      label('研究生', '研究生', 'Postgraduate'),
    ],
  },
  {
    key: 'owner.origin',
    kind: 'text',
    label: label('出身', '出身', 'Origin'),
    boxes: ['KH002.20'],
    help: label('籍贯、出身地', '籍貫、出身地', 'Native place'),
  },
  { key: 'owner.career', kind: 'longText', label: label('经历', '經歷', 'Career'), boxes: ['KH002.21'] },
  {
    key: 'owner.eloquence',
    kind: 'single',
    label: label('口才', '口才', 'Eloquence'),
    boxes: ['KH002.22'],
    options: [
      option('fluent', '能说', '能說', 'Good talker'),
      option('clumsy', '口拙', '口拙', 'Tongue-tied'),
      option('average', '一般', '一般', 'Average'),
    ],
  },
  {
    key: 'owner.outlook',
    kind: 'single',
    label: label('思想', '思想', 'Outlook'),
    boxes: ['KH002.23'],
    options: [
      option('prudent', '稳健', '穩健', 'Prudent'),
      option('conservative', '保守', '保守', 'Conservative'),
      option('radical', '革新激进', '革新激進', 'Reforming, radical'),
    ],
  },
  {
    key: 'owner.habits',
    kind: 'multi',
    label: label('嗜好', '嗜好', 'Habits'),
    boxes: ['KH002.24'],
    options: [option('alcohol', '酒', '酒', 'Alcohol'), option('tobacco', '香烟', '香煙', 'Cigarettes'), other()],
  },
  { key: 'owner.strengths', kind: 'text', label: label('长处', '長處', 'Strong points'), boxes: ['KH002.25'] },
  { key: 'owner.specialSkill', kind: 'text', label: label('特长', '特長', 'Special skill'), boxes: ['KH002.26'] },
  { key: 'owner.weaknesses', kind: 'text', label: label('短处', '短處', 'Weak points'), boxes: ['KH002.27'] },
  {
    key: 'owner.technicalSkill',
    kind: 'single',
    label: label('技术', '技術', 'Technical skill'),
    boxes: ['KH002.28'],
    options: highMediumLow,
  },
  {
    key: 'owner.drive',
    kind: 'single',
    label: label('事业心', '事業心', 'Drive'),
    boxes: ['KH002.29'],
    options: [
      option('active', '积极', '積極', 'Keen'),
      option('average', '一般', '一般', 'Average'),
      option('passive', '消极', '消極', 'Passive'),
    ],
  },
  {
    key: 'owner.dedication',
    kind: 'single',
    label: label('专职程度', '專職程度', 'Devotion to the business'),
    boxes: ['KH002.30'],
    options: highMediumLow,
  },
  {
    key: 'owner.planning',
    kind: 'single',
    label: label('策划能力', '策劃能力', 'Planning ability'),
    boxes: ['KH002.31'],
    options: [
      option('strong', '强', '強', 'Strong'),
      option('medium', '中', '中', 'Medium'),
      option('weak', '弱', '弱', 'Weak'),
    ],
  },
  {
    key: 'owner.health',
    kind: 'single',
    label: label('健康状况', '健康狀況', 'Health'),
    boxes: ['KH002.32'],
    options: goodMediumPoor,
  },
  {
    key: 'owner.successor',
    kind: 'single',
    label: label('接班人', '接班人', 'Successor'),
    boxes: ['KH002.33'],
    options: [
      option('excellent', '优秀', '優秀', 'Excellent'),
      option('average', '一般', '一般', 'Average'),
      option('poor', '差', '差', 'Poor'),
    ],
  },
  {
    key: 'owner.staffMorale',
    kind: 'single',
    label: label('从业人员', '從業人員', 'Staff morale'),
    boxes: ['KH002.34'],
    options: [
      option('keen', '热情', '熱情', 'Keen'),
      option('average', '一般', '一般', 'Average'),
      option('dissatisfied', '不满', '不滿', 'Dissatisfied'),
    ],
  },
]

const property = label('房产', '房產', 'Property')
const owned = label('自有', '自有', 'Owned')
const rented = label('租用', '租用', 'Rented')

/** 使用店铺 block; a customer can own and rent at once. */
const shop: readonly Field[] = [
  {
    key: 'shop.site',
    kind: 'single',
    label: label('场所', '場所', 'Site'),
    boxes: ['KH002.36'],
    options: [
      option('roadside', '离马路近', '離馬路近', 'By the road'),
      option('near', '不远', '不遠', 'Not far'),
      option('far', '很远', '很遠', 'Far'),
      option('remote', '偏僻', '偏僻', 'Out of the way'),
    ],
  },
  {
    key: 'shop.decor',
    kind: 'single',
    label: label('店内装饰', '店內裝飾', 'Interior'),
    boxes: ['KH002.37'],
    options: [
      option('good', '好', '好', 'Good'),
      option('medium', '中', '中', 'Medium'),
      option('poor', '差', '差', 'Poor'),
    ],
  },
  {
    key: 'shop.insurance',
    kind: 'multi',
    label: label('保险', '保險', 'Insurance'),
    boxes: ['KH002.38'],
    options: [option('fire', '火险', '火險', 'Fire'), option('property', '财险', '財險', 'Property'), other()],
  },
  { key: 'shop.ownedProperty', kind: 'tick', label: owned, within: property, boxes: ['KH002.39'] },
  {
    key: 'shop.ownedArea',
    within: owned,
    kind: 'area',
    label: label('面积', '面積', 'Area'),
    boxes: ['KH002.40'],
    unit: unit.squareMetre,
  },
  {
    key: 'shop.ownedFloors',
    within: owned,
    kind: 'count',
    label: label('层数', '層數', 'Storeys'),
    boxes: ['KH002.41'],
    unit: unit.storey,
  },
  {
    key: 'shop.ownedMarketValue',
    within: owned,
    kind: 'money',
    label: label('市价', '市價', 'Market value'),
    boxes: ['KH002.42'],
    unit: unit.yuan,
  },
  { key: 'shop.rentedProperty', kind: 'tick', label: rented, within: property, boxes: ['KH002.39'] },
  {
    key: 'shop.rentedArea',
    within: rented,
    kind: 'area',
    label: label('面积', '面積', 'Area'),
    boxes: ['KH002.40'],
    unit: unit.squareMetre,
  },
  {
    key: 'shop.rentedFloors',
    within: rented,
    kind: 'count',
    label: label('层数', '層數', 'Storeys'),
    boxes: ['KH002.41'],
    unit: unit.storey,
  },
  {
    key: 'shop.rentedMonthlyRent',
    within: rented,
    kind: 'money',
    label: label('月租', '月租', 'Monthly rent'),
    boxes: ['KH002.42'],
    unit: unit.yuanPerMonth,
  },
]

/** 会计方面 block. */
const accounts: readonly Field[] = [
  {
    key: 'accounts.bankCredit',
    kind: 'single',
    label: label('银行信用', '銀行信用', 'Standing with the bank'),
    boxes: ['KH002.44'],
    options: fiveSteps,
  },
  {
    key: 'accounts.books',
    kind: 'single',
    label: label('帐簿', '帳簿', 'Books'),
    boxes: ['KH002.45'],
    options: [option('complete', '完备', '完備', 'Complete'), option('incomplete', '不完备', '不完備', 'Incomplete')],
  },
  {
    key: 'accounts.peerRating',
    kind: 'single',
    label: label('同行评价', '同行評價', 'What the trade says'),
    boxes: ['KH002.46'],
    options: fiveSteps,
  },
  {
    key: 'accounts.communityRating',
    kind: 'single',
    label: label('领导评价', '領導評價', "What the community's leaders say"),
    boxes: ['KH002.48'],
    options: fiveSteps,
    help: label(
      '同类表格也作“近邻评价”',
      '同類表格也作「近鄰評價」',
      'Called “what the neighbours say” on similar forms',
    ),
  },
  {
    key: 'accounts.paymentAttitude',
    kind: 'single',
    label: label('付款态度', '付款態度', 'Payment attitude'),
    boxes: ['KH002.50'],
    options: [
      option('prompt', '爽快', '爽快', 'Prompt'),
      option('average', '一般', '一般', 'Average'),
      option('acceptable', '尚可', '尚可', 'Acceptable'),
      option('delaying', '拖延', '拖延', 'Delays'),
      option('difficult', '为难', '為難', 'Makes difficulties'),
    ],
  },
  {
    key: 'accounts.remarks',
    kind: 'longText',
    label: label('备注', '備註', 'Remarks'),
    boxes: ['KH002.52'],
    optional: true,
  },
]

const rest: readonly Field[] = [
  {
    key: 'salesOpinion',
    kind: 'longText',
    label: label('销售人员对其评价及建议', '銷售人員對其評價及建議', "Salesperson's assessment and advice"),
    boxes: ['KH002.57'],
  },
  {
    key: 'requestedLimit',
    kind: 'money',
    label: label('申请额度', '申請額度', 'Limit asked for'),
    boxes: [],
    unit: unit.yuan,
  },
  {
    key: 'approvedLimit',
    kind: 'money',
    label: label('额度', '額度', 'Approved limit'),
    boxes: ['KH002.58'],
    unit: unit.yuan,
    setBy: 'lastSignature',
  },
  {
    key: 'approvedGrade',
    kind: 'single',
    label: label('客户等级', '客戶等級', 'Approved grade'),
    boxes: ['KH002.59'],
    options: [option('A', 'A', 'A', 'A'), option('B', 'B', 'B', 'B'), option('C', 'C', 'C', 'C')],
    setBy: 'lastSignature',
  },
  {
    key: 'filledBy',
    within: creditFile,
    kind: 'text',
    label: label('填表人', '填表人', 'Filled in by'),
    boxes: ['KH002.64'],
    maxLength: 60,
  },
  {
    key: 'filledOn',
    within: creditFile,
    kind: 'date',
    label: label('填表时间', '填表時間', 'Date filled in'),
    boxes: ['KH002.65'],
  },
]

/** The credit file: KH002 客户信用卡 in the paper's order, without the facts it shares with the customer card. */
export const creditFields: readonly Field[] = [
  ...head,
  ...owner.map((field): Field => ({ ...field, delicate: true })),
  ...shop,
  ...accounts,
  ...rest,
]
