const list = (text: string): readonly string[] => text.trim().split(/\s+/)

// Frequent surnames several times, and the ones with a reading of their own, since finding those is what a clerk tries first.
export const surnames = list(`
王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 王 李 张 刘 陈 杨 赵 黄 周 吴 陈 林 王 沈 沈 俞 钱 章 金 陆 方
梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 曾 彭 吕 苏 卢 蒋 蔡 魏 丁 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 姚 谭 廖 邹
熊 石 孟 秦 白 江 尹 邵 龙 史 陶 贺 顾 毛 郝 龚 邱 万 覃 武 严 洪 单 仇 解 区 查 翟 盛 乐 华 缪 朴 盖 欧阳 诸葛`)
export const maleNames = list(`
建国 志强 国平 伟民 海波 永康 卫东 文斌 金良 志明 建平 国庆 晓东 立新 长根 阿根 水法 关荣 荣华 德明 福根 小刚 俊杰 浩 磊 涛 勇
斌 鹏 强 军 伟 峰 辉 宏伟 家骏 子豪 一鸣 天佑 宇航 思远 明辉 振华 耀东 春生 秋实 国梁 大伟 兴旺 加强 学文 连生 树林 庆丰 继红`)
export const femaleNames = list(`
秀英 桂芳 玉兰 美芳 春燕 雪梅 丽娟 亚萍 小红 慧敏 静 敏 燕 丽 娟 霞 芳 婷 琴 莉 佳怡 思琪 雨欣 晓雯 梦洁 文静 淑贞 爱珍 月娥
彩凤 海燕 红梅 建英 国珍 惠芬 佩玲 素云 银花 巧珍`)

export const fancyFirst = list(
  '明 金 鑫 福 瑞 永 恒 华 嘉 祥 德 顺 兴 旺 隆 泰 和 安 宝 盛 长 新 大 天 海 东 绿 鲜 禾 康 百 万 众 联 益 友 诚 信 佳 乐 家 美 春 丰 龙 凯',
)
export const fancySecond = list(
  '珠 源 达 泰 丰 昌 茂 盛 隆 兴 利 康 宁 发 旺 顺 和 润 泽 德 诚 信 华 辉 宏 伟 业 联 益 通 佳 味 香 谷 禾 园 洋 江 润 客 乐 家 惠 优',
)

/** What a firm deals in, as its name says it. */
export const trades = list(
  '食品 商贸 贸易 副食品 粮油 调味品 日用品 日化 百货 酒水 饮料 农副产品 供应链管理 南北货 冷冻食品 洗涤用品 糖酒',
)

/** One kind of goods with the brands and makers that carry it; all brands are invented. */
export const goods: readonly { readonly line: string; readonly brands: readonly string[] }[] = [
  { line: '食用油', brands: ['金穗丰(金穗粮油)', '福临香(福临油脂)', '谷语(谷语农业)'] },
  { line: '大米', brands: ['稻花里(稻花里米业)', '北禾(北禾农垦)'] },
  { line: '面粉', brands: ['麦香坊(麦香坊面业)', '雪莲峰(雪莲峰面粉)'] },
  { line: '调味品', brands: ['味之源(味之源酿造)', '老酱坊(老酱坊食品)', '鲜百味(鲜百味食品)'] },
  { line: '酱油', brands: ['老酱坊(老酱坊食品)', '晒香(晒香酿造)'] },
  { line: '方便面', brands: ['快味达(快味达食品)', '小灶王(小灶王食品)'] },
  { line: '饮料', brands: ['清泉谷(清泉谷饮品)', '果然鲜(果然鲜饮料)', '山里水(山里水业)'] },
  { line: '白酒', brands: ['醉江南(江南酒业)', '老窖村(老窖村酒业)'] },
  { line: '啤酒', brands: ['雪浪(雪浪啤酒)', '金麦浪(金麦浪酒业)'] },
  { line: '乳制品', brands: ['牧歌(牧歌乳业)', '晨牧(晨牧乳业)'] },
  { line: '休闲食品', brands: ['乐滋滋(乐滋滋食品)', '小松果(小松果食品)', '脆脆谷(脆脆谷食品)'] },
  { line: '糖果饼干', brands: ['甜心园(甜心园食品)', '喜饼坊(喜饼坊食品)'] },
  { line: '南北干货', brands: ['山珍源(山珍源土产)', '散装'] },
  { line: '冷冻食品', brands: ['鲜冻家(鲜冻家食品)', '海之舟(海之舟水产)'] },
  { line: '洗涤用品', brands: ['洁白月(洁白月日化)', '清净家(清净家日化)'] },
  { line: '洗发护发', brands: ['丝柔(丝柔日化)', '黛姿(黛姿日化)'] },
  { line: '纸品', brands: ['柔云(柔云纸业)', '竹语(竹语纸业)'] },
  { line: '卫生用品', brands: ['舒心伴(舒心伴卫生用品)', '康洁(康洁用品)'] },
]
/** The invented company that keeps these files, as its brand stands in the product table. */
export const ourBrand = '禾香(本公司)'
export const ourLines = list('食用油 调味品 酱油 大米')

export const salespeople = list('徐立新 沈佳怡 方志明 陆晓雯 钱国庆 曾海燕 单文斌')
export const streets = list(
  '人民路 中山路 解放路 建设路 环城北路 文化路 迎宾大道 新华路 长江路 和平路 东风路 朝阳路 工农路 南门街 北大街 滨河路 兴业路 商城路',
)
export const estates = list(
  '锦绣花园 阳光小区 春江花苑 翠竹苑 和睦新村 绿城家园 书香苑 金桂园 东方明珠花园 丽水湾 都市家园 幸福里',
)
export const markets = list('农副产品批发市场 粮油批发市场 副食品交易市场 小商品批发市场 日用品批发市场 食品城')
export const banks = list('工商银行 农业银行 建设银行 中国银行 交通银行 农村商业银行 邮政储蓄银行 民生银行')
export const coverage = list(
  '市区及周边乡镇 全市各县区 本市及邻近三县 城区商超与农贸市场 城南片区 市区餐饮渠道 全省大部 沿江各县 周边五个乡镇 市区学校与机关食堂',
)

export const qualities = list(
  '精明务实 为人诚恳 讲信用 做事细致 爽快守信 经验丰富 谨慎 能吃苦 善于交际 文化程度较高 说话算数 一般',
)
export const positions = {
  principal: list('总经理 董事长 经理 店主 负责人 厂长'),
  influencer: list('副总经理 财务经理 股东 配偶 财务主管'),
  buyer: list('采购经理 采购主管 采购员 业务经理'),
  seller: list('销售经理 门店店长 业务员 销售主管'),
} as const
export const ethnicities = list('汉 汉 汉 汉 汉 汉 汉 汉 汉 汉 汉 汉 回 满 壮 土家 苗 畲 蒙古')

export const interests = list('钓鱼 下棋 爬山 打乒乓球 书法 摄影 看球赛 太极拳 养花 旅游 唱戏')
export const honours = list(
  '市个体劳动者协会理事 区工商联会员 诚信经营户 市场先进经营户 街道商会副会长 区人大代表 文明经营户',
)
export const educations = list('小学 初中 初中 高中 高中 高中 中专 大专 大专 本科')
export const strengths = list('信守承诺 客户网络广 熟悉本地市场 管理有条理 资金调度灵活 吃苦耐劳 服务好 善于用人')
export const skills = list('烹饪 驾驶 财务核算 会说三种方言 电脑操作 仓储管理 谈判 验货')
export const weaknesses = list('不善授权 扩张过快 记账不细 脾气急 不愿接受新品 过于保守 依赖个别客户 应酬多')
export const careers = [
  '早年在供销社工作，后自办批发部，逐步发展到现在的规模。',
  '从摆摊做起，二十年只做粮油副食，在市场里口碑稳定。',
  '曾任食品厂销售科长，离职后代理多个品牌。',
  '退伍后从事运输，后转做批发，自有车队。',
  '大学毕业后接手家里的生意，开始做线上订货。',
  '先后经营过饭店和超市，近年专做批发。',
] as const
export const remarks = [
  '每年春节前需备货，用款集中。',
  '账期内能按时付款。',
  '仓库靠近高速出口，交货方便。',
  '与同市场另一家共用仓库。',
] as const
