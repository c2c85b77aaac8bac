/** What free text should rather not speak of (rules 11). */
export type SensitiveTopic = 'health' | 'religion' | 'family'

/** A word that speaks of something private. */
export interface SensitiveWord {
  readonly topic: SensitiveTopic
  readonly word: string
}

/**
 * Names of goods, places and shops that only look private: 健康食品, 回民街, 夫妻店. They are taken out before anything is looked for.
 */
const harmless =
  /回民(?=街|路|巷|坊|区|區|村|镇|鎮|中学|中學|小学|小學|市场|市場|饭店|飯店)|佛教(?=用品)|夫妻(?=店|老店|肺片|档|檔)|老婆(?=饼|餅)|老公(?=饼|餅)|女儿(?=红)|女兒(?=紅)|孩子(?=王)|医院(?=路|街|对面|對面)|手术(?=刀|器械|衣)|手術(?=刀|器械|衣)|残疾人(?=用品)|癌(?=症险|症險)|肿瘤(?=医院)|腫瘤(?=醫院)|精神病(?=院|医院|醫院)|小三(?=轮|輪)|情人(?=节|節|梅)|(?<=大)丈夫|christian(?= dior)|church(?= (?:street|st|road|rd|lane)\b)|children(?=['’]s| clothing| wear)|hospital(?= (?:road|street|supplies))/gi

const words: Readonly<Record<SensitiveTopic, RegExp>> = {
  health:
    /患病|患有|生病|病重|重病|住院|手术|手術|癌|肿瘤|腫瘤|糖尿病|高血压|高血壓|心脏病|心臟病|肝炎|乙肝|艾滋|愛滋|抑郁|憂鬱|精神病|残疾|殘疾|怀孕|懷孕|中风|中風|身体不好|身體不好|身体健康|身體健康|健康状况|健康狀況|健康欠佳|健康不佳|\b(?:cancer|tumou?r|diabetes|diabetic|hypertension|hepatitis|hiv|depression|pregnan(?:t|cy)|disabled|disability|surgery|hospitali[sz]ed|in hospital|illness)\b/i,
  religion:
    /宗教|佛教|信佛|基督|天主教|伊斯兰|伊斯蘭|穆斯林|回民|信教|教徒|信徒|做礼拜|做禮拜|\b(?:muslim|christian|catholic|buddhist|islam|islamic|religion|religious|church|mosque)\b/i,
  family:
    /离婚|離婚|离异|離異|再婚|丧偶|喪偶|婚外|情人|小三|夫妻|老婆|老公|妻子|丈夫|儿子|兒子|女儿|女兒|孩子|\b(?:divorced?|widow(?:ed|er)?|wife|husband|mistress|daughter|(?:his|her|their) sons?|children)\b/i,
}

/** The first word of a free text that speaks of somebody's health, religion or family; only a hint, as words can mean anything. */
export function sensitiveWord(text: string): SensitiveWord | undefined {
  const rest = text.replace(harmless, ' ')
  for (const topic of ['health', 'religion', 'family'] as const) {
    const word = words[topic].exec(rest)?.[0]
    if (word !== undefined) return { topic, word }
  }
  return undefined
}
