import type { Value } from '../../../shared/catalogue/field.ts'
import { dayBetween, sampleDay, yearOf } from './dates.ts'
import { about, type DraftFile, graded } from './draft-file.ts'
import { places } from './places.ts'
import {
  careers,
  educations,
  honours,
  interests,
  remarks,
  salespeople,
  skills,
  strengths,
  weaknesses,
} from './words.ts'

const fiveSteps = ['excellent', 'good', 'average', 'poor', 'veryPoor'] as const

/** Fills the boxes of KH002 that the customer card does not share, but never what the approvers write. */
export function fillCreditFile(file: DraftFile): void {
  const { random, firm, put } = file
  put('credit.businessForm', firm.businessForm, 0.95)
  if (firm.businessForm === 'other') put('credit.businessFormOther', '供销合作社')
  put('credit.locationType', random.pick(['market', 'market', 'residential', 'suburb']))
  fillOwner(file)
  fillShop(file)
  put('credit.accounts.bankCredit', graded(file, fiveSteps))
  put('credit.accounts.books', graded(file, ['complete', 'complete', 'incomplete']))
  put('credit.accounts.peerRating', graded(file, fiveSteps))
  put('credit.accounts.communityRating', graded(file, fiveSteps))
  put('credit.accounts.paymentAttitude', graded(file, ['prompt', 'average', 'acceptable', 'delaying', 'difficult']))
  put('credit.accounts.remarks', random.pick(remarks), 0.3)
  fillRequest(file)
}

function fillOwner(file: DraftFile): void {
  const { random } = file
  const put = (key: string, value: Value, likelihood?: number) => file.put(`credit.owner.${key}`, value, likelihood)
  const steps = (key: string, bestToWorst: readonly string[]) => put(key, graded(file, bestToWorst))
  put('personality', random.pick(['gentle', 'excitable', 'cheerful', 'cheerful', 'eccentric', 'conceited']))
  put('temperament', random.pick(['steady', 'steady', 'reserved', 'impatient', 'talkative']))
  put('interests', random.pick(interests), 0.6)
  put('honoraryPosts', random.pick(honours), 0.3)
  put('education', random.pick(educations))
  const native = random.pick(places)
  put('origin', native.province === native.city ? native.city : native.province + native.city)
  put('career', random.pick(careers), 0.6)
  put('eloquence', random.pick(['fluent', 'clumsy', 'average', 'average']))
  put('outlook', random.pick(['prudent', 'prudent', 'conservative', 'radical']))
  put('habits', random.pick([['alcohol'], ['tobacco'], ['alcohol', 'tobacco'], ['other']]), 0.5)
  if (Array.isArray(file.values['credit.owner.habits']) && file.values['credit.owner.habits'].includes('other')) {
    put('habitsOther', random.pick(['喝茶', '打牌', '咖啡']), 1)
  }
  put('strengths', random.pick(strengths))
  put('specialSkill', random.pick(skills), 0.5)
  put('weaknesses', random.pick(weaknesses), 0.7)
  steps('technicalSkill', ['high', 'medium', 'low'])
  steps('drive', ['active', 'active', 'average', 'passive'])
  steps('dedication', ['high', 'high', 'medium', 'low'])
  steps('planning', ['strong', 'medium', 'weak'])
  put('health', random.pick(['good', 'good', 'good', 'medium', 'poor']), 0.5)
  steps('successor', ['excellent', 'average', 'average', 'poor'])
  steps('staffMorale', ['keen', 'average', 'dissatisfied'])
}

function fillShop(file: DraftFile): void {
  const { random } = file
  const put = (key: string, value: Value, likelihood?: number) => file.put(`credit.shop.${key}`, value, likelihood)
  put('site', random.pick(['roadside', 'roadside', 'near', 'far', 'remote']))
  put('decor', graded(file, ['good', 'medium', 'medium', 'poor']))
  put('insurance', random.pick([['fire'], ['property'], ['fire', 'property']]), 0.55)
  const tenure = file.values['customer.premisesTenure']
  if (tenure === 'owned' || random.chance(0.1)) {
    const area = random.whole(6, 60) * 10
    put('ownedProperty', true, 1)
    put('ownedArea', area)
    put('ownedFloors', random.whole(1, 4))
    put('ownedMarketValue', about(random, area * 9_000))
  }
  if (tenure === 'rented') {
    const area = random.whole(4, 50) * 10
    put('rentedProperty', true, 1)
    put('rentedArea', area)
    put('rentedFloors', random.whole(1, 3))
    put('rentedMonthlyRent', about(random, area * 28))
  }
}

function fillRequest(file: DraftFile): void {
  const { random, monthlySales, put } = file
  const asked = about(random, Math.max(10_000, monthlySales * 0.4))
  put('credit.requestedLimit', asked, 0.45)
  put('credit.salesOpinion', graded(file, opinions), 0.7)
  put('credit.filledBy', random.pick(salespeople), 1)
  const cardDay = String(file.values['customer.filledOn'] ?? sampleDay)
  const day = dayBetween(random, yearOf(cardDay), yearOf(sampleDay))
  put('credit.filledOn', day > cardDay ? day : cardDay, 1)
}

const opinions = [
  '合作多年，回款及时，销量稳步上升，建议给予信用支持并争取独家陈列。',
  '经营正规，仓储和配送能力较强，建议按申请额度核定，账期三十天。',
  '生意稳定，但品种分散，建议先给小额度，半年后根据回款再调整。',
  '资金周转一般，旺季压货较多，建议控制额度，超过账期停止发货。',
  '回款需多次催收，建议现款现货，暂不授信。',
] as const
