// Characters that people read in more than one way in names of firms, places and persons, with the living readings only: the full
// dictionary has readings such as 食 yi, which would find what nobody meant. Without tones, ü as v.
const entries = `
阿a/e 艾ai/yi 柏bai/bo 堡bao/pu 贲ben/bi 蚌beng/bang 便bian/pian 扁bian/pian 薄bo/bao 亳bo/hao 泊bo/po 卜bu/bo
参can/shen 參can/shen 藏cang/zang 差cha/chai 長chang/zhang 长chang/zhang 晁chao/zhao 朝chao/zhao 車che/ju 车che/ju
諶chen/shen 谌chen/shen 称cheng/chen 澄cheng/deng 乘cheng/sheng 匙chi/shi 重chong/zhong 褚chu/zhu 传chuan/zhuan
傳chuan/zhuan 淳chun/zhun 儋dan/zhan 宕dang/tan 侗dong/tong 洞dong/tong 都du/dou 番fan/pan 繁fan/po 費fei/bi
费fei/bi 佛fo/fu 涪fu/pei 盖gai/ge 蓋gai/ge 蛤ge/ha 莞guan/wan 炅gui/jiong 柜gui/ju 龟gui/qiu 呙guo/wo 行hang/xing
镐hao/gao 郝hao/he 黑hei/he 桁heng/hang 浒hu/xu 珲hui/hun 琿hui/hun 会hui/kuai 會hui/kuai 浍hui/kuai 稽ji/qi 缉ji/qi
賈jia/gu 贾jia/gu 将jiang/qiang 脚jiao/jue 角jiao/jue 芥jie/gai 劲jin/jing 勁jin/jing 颈jing/geng 句ju/gou 桔ju/jie
隽juan/jun 觉jue/jiao 浚jun/xun 筠jun/yun 咖ka/ga 卡ka/qia 阚kan/han 槛kan/jian 亢kang/gang 壳ke/qiao 库ku/she
勒le/lei 乐le/yue/lao 樂le/yue/lao 栎li/yue 了liao/le 六liu/lu 泷long/shuang 逯lu/dai 碌lu/liu 露lu/lou 落luo/la
络luo/lao 泺luo/po 綠lv/lu 绿lv/lu 率lv/shuai 脉mai/mo 蔓man/wan 泌mi/bi 秘mi/bi 糜mi/mei 渑mian/sheng 繆miao/mou/miu
缪miao/mou/miu 模mo/mu 牟mou/mu 娜na/nuo 乜nie/mie 弄nong/long 逄pang/feng 朴piao/pu 屏ping/bing 瀑pu/bao 埔pu/bu
脯pu/fu 栖qi/xi 契qi/xie 乾qian/gan 犍qian/jian 鉛qian/yan 铅qian/yan 茄qie/jia 且qie/ju 郄qie/xi 覃qin/tan
仇qiu/chou 区qu/ou 區qu/ou 圈quan/juan 塞sai/se 色se/shai 莎sha/suo 单shan/dan/chan 單shan/dan/chan 歙she/xi
沈shen/chen 晟sheng/cheng 盛sheng/cheng 什shi/shen 术shu/zhu 俟si/qi 宿su/xiu 弹tan/dan 彈tan/dan 澹tan/dan
調tiao/diao 调tiao/diao 町ting/ding 囤tun/dun 屯tun/zhun 拓tuo/ta 万wan/mo 宛wan/yuan 隗wei/kui 圩wei/xu 尉wei/yu
蔚wei/yu 汶wen/men 涡wo/guo 渦wo/guo 郗xi/chi 系xi/ji 洗xi/xian 虾xia/ha 蝦xia/ha 厦xia/sha 廈xia/sha 纤xian/qian
冼xian/xi 铣xian/xi 巷xiang/hang 校xiao/jiao 解xie/jie 莘xin/shen 荥xing/ying 畜xu/chu 吁xu/yu 郇xun/huan 钥yao/yue
遗yi/wei 殷yin/yan 俞yu/shu 於yu/wu 员yuan/yun 員yuan/yun 约yue/yao 仔zai/zi 曾zeng/ceng 查zha/cha 轧zha/ya 扎zha/za
翟zhai/di 祭zhai/ji 粘zhan/nian 召zhao/shao 折zhe/she 着zhe/zhuo 种zhong/chong 著zhu/zhuo 爪zhua/zhao 琢zhuo/zuo
咀zui/ju 酢zuo/cu 柞zuo/zha
`

/**
 * The readings, without tones, of characters that are read in more than one way in names. A character that is missing here is read
 * as its word asks.
 */
export const polyphones: ReadonlyMap<string, readonly string[]> = new Map(
  entries
    .trim()
    .split(/\s+/)
    .map(entry => [entry.charAt(0), entry.slice(1).split('/')] as const),
)
