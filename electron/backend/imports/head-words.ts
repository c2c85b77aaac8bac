import type { Path } from '../../../shared/catalogue/field.ts'

/**
 * What columns are called elsewhere: in lists kept by hand, in exports of 用友, 金蝶, 管家婆 and in English ones; beside the wording
 * of the forms, which counts by itself. In the spelling of `headKey`: simplified, lower case, without blanks, brackets and units.
 */
export const headWords: Readonly<Record<Path, string>> = {
  'customer.customerNo': 'kehu编号 customerid',
  'customer.cardNo':
    '客户编号 客户编码 客户代码 客户号 编码 代码 卡号编号 档案号 档案编号 往来单位编码 单位编码 单位编号 供应商编码 会员编号 customerno customercode customernumber accountcode code no',
  'customer.name':
    '客户 客户名 客户全称 公司名称 公司名 公司 公司全称 单位名称 单位 单位全称 企业名称 企业全称 往来单位 往来单位名称 往来单位全称 商户名称 商户 商家 店名 店铺名称 门店名称 经销商 经销商名称 供应商名称 购货单位 购货单位名称 购方名称 开票名称 发票抬头 抬头 户名 名称 全称 name companyname company customer client clientname accountname businessname',
  'customer.address':
    '经营地址 公司地址 单位地址 详细地址 联系地址 注册地址 企业地址 客户地址 通讯地址 通信地址 收货地址 送货地址 发货地址 办公地址 店铺地址 门店地址 地址电话 住所 经营场所 营业地址 companyaddress businessaddress streetaddress street',
  'customer.phone':
    '联系电话 电话号码 手机 手机号 手机号码 移动电话 固定电话 座机 固话 公司电话 单位电话 客户电话 办公电话 联系方式 联系手机 联系人手机号码公司 tel phone telephone phonenumber mobile mobilephone cell contactnumber officephone',
  'customer.postcode': '邮政编码 邮码 邮编号码 zip zipcode postalcode postcode',
  'customer.fax': '传真号码 传真号 传真电话 fax faxnumber faxno',
  'customer.ownershipType':
    '企业性质 单位性质 公司性质 经济性质 所有制 所有制性质 经济类型 企业类型 公司类型 客户性质 ownershiptype',
  'customer.category':
    '客户类别 客户类型 客户分类 类型 分类 渠道 渠道类型 客户渠道 经销类型 所属分类 customertype category type class',
  'customer.grade': '客户等级 客户级别 级别 信用等级 等级评定 客户评级 grade rating customergrade level',
  'customer.businessRegNo':
    '统一社会信用代码 社会信用代码 统一信用代码 信用代码 统一代码 工商注册号 工商登记号 注册号 营业执照号 营业执照 营业执照号码 营业执照注册号 执照号 统一社会信用代码税号 uscc creditcode unifiedsocialcreditcode registrationno registrationnumber',
  'customer.taxNo':
    '税号 国税号 地税号 税务登记号 税务登记证号 纳税人识别号 纳税识别号 纳税登记号 纳税人登记号 纳税号 税务号 税务登记证 taxid taxno taxnumber vatno vatnumber tin',
  'customer.bankName': '开户行 开户银行 银行 银行名称 开户行名称 开户银行名称 基本户开户行 往来银行名称 bank bankname',
  'customer.bankAccountNo':
    '账号 帐号 银行账号 银行帐号 银行账户 银行帐户 开户账号 开户帐号 账户 帐户 卡号 银行卡号 对公账号 基本账户账号 银行账号卡号 账号卡号 bankaccount bankaccountno accountno accountnumber',
  'customer.capital': '注册资本 注册资金 资本金 注册资本金 资本 资金规模 registeredcapital capital',
  'customer.workingCapital': '周转资金 流动资产 流动资本 自有资金 workingcapital',
  'customer.openedOn':
    '开业时间 开业年月 开张日期 开店日期 成立日期 成立时间 成立年份 注册日期 注册时间 openingdate dateofincorporation',
  'customer.foundedOn': '创业时间 创立日期 创办日期 创办时间 创业年份 founded',
  'customer.tradingSince':
    '开始交易时间 首次交易日期 首单日期 首次合作日期 合作日期 合作时间 开始合作时间 建立合作时间 首次进货日期 customersince tradingsince',
  'customer.salesArea': '经营面积 店面面积 门店面积 店铺面积 营业面积 卖场面积 销售面积 面积 salesfloor floorarea',
  'customer.warehouseArea': '仓库 仓储面积 库房面积 仓库面积 库存面积 warehousearea warehouse',
  'customer.employeeCount':
    '员工人数 员工数 员工 人数 职工人数 从业人数 员工总数 雇员 雇员数 职工数 employees headcount staff',
  'customer.premisesTenure': '店面性质 房屋性质 店铺性质 店面产权 场地性质 经营场所性质',
  'customer.vehicleCount': '车辆数 车辆数量 货车数量 车辆台数 运输车辆 送货车辆 配送车辆 vehicles',
  'customer.vehicleNote': '车辆备注 车辆情况 车型',
  'customer.transportModes':
    '运输 送货方式 发货方式 物流方式 配送方式 提货方式 运输形式 shipvia transport shippingmethod',
  'customer.paymentMethod':
    '结算方式 付款条件 付款方式 支付方式 收款方式 结款方式 账期 结算周期 收付款方式 收付款协议 收款条件 paymentterms paymentmethod terms payment',
  'customer.turnover':
    '营业额 年营业额 年销售额 年经营额 销售额 经营额 年销售收入 年收入 营业收入 年产值 turnover annualturnover revenue annualsales',
  'customer.coverageArea':
    '经营区域 销售区域 覆盖区域 经营范围区域 辐射区域 销售范围 市场范围 所属地区 地区 区域 所属区域 地区名称 territory region area',
  'customer.developedOn':
    '建档日期 建档时间 建立日期 建卡日期 开发时间 开户日期 开户时间 发展日期 创建日期 创建时间 录入日期 登记日期 datecreated createddate createdon',
  'customer.developedBy':
    '业务员 业务员名称 销售员 销售人员 跟单 跟单员 跟进人 客户经理 业务经理 负责业务员 所属业务员 专管业务员 分管业务员 专营业务员 业务人员 归属人 开发人员 salesperson salesrep accountmanager',
  'customer.filledBy': '制表人 建档人 填写人 登记人 录入人 创建人 制单人 建卡人 createdby',
  'customer.filledOn': '填写日期 填表日期 制表日期 填写时间',
  'credit.businessForm': '经营形式 经营类型 经营性质',
  'credit.locationType': '经营地段 地段 地点',
  'credit.accounts.remarks': '备注 说明 备注说明 其他说明 remark remarks note notes comment comments memo',
  'credit.requestedLimit': '申请额度 申请信用额度 requestedlimit',
  'credit.approvedLimit': '信用额度 授信额度 核定额度 信用限额 赊销额度 信用额 欠款额度 最高欠款额 creditlimit',
}

/** What rows of people are called beside the row heads of the form, the likelier ones first. */
export const roleWords: Readonly<Record<string, string>> = {
  principal:
    '负责人 主要负责人 企业负责人 单位负责人 法定代表人 法人代表 法人 法定代表 老板 店主 业主 经营者 投资人 联系人 主要联系人 联络人 公司联系人 principal owner legalrepresentative contact contactperson contactname',
  influencer: '影响人 决策人 关键人',
  buyer: '采购人 采购 采购员 采购负责人 采购联系人 采购经理 进货人 buyer purchaser',
  seller: '售货人 售货员 营业员 店员 店长 seller',
}

/** What the boxes of a person are called. */
export const personWords: Readonly<Record<string, string>> = {
  name: '姓名 名字 名称 名 name fullname',
  sex: '性别 sex gender',
  birth: '出生年月 出生日期 生日 出生 出生年月日 birthday dateofbirth born',
  ethnicity: '民族',
  position: '职务 职位 岗位 头衔 position title jobtitle',
  married: '婚否 婚姻 婚姻状况 married',
  phone: '电话 手机 手机号 手机号码 联系电话 电话号码 联系方式 移动电话 联系手机 phone tel telephone mobile cell',
  homeAddress: '住址 家庭住址 家庭地址 居住地址 现住址 homeaddress',
  quality: '素质',
  homePhone: '住宅电话 家庭电话 宅电 家庭联系电话 homephone',
}

/** What the boxes of a product line are called; with a number behind them they mean its row. */
export const productWords: Readonly<Record<string, string>> = {
  line: '经营品种 产品名称 商品名称 品种名称 品名 货品 货品名称 品种 产品 商品 经营产品 主营产品 主营品种 主营业务 主营 经营项目 经营类目 品类 主要产品 经营商品 productline products product line',
  brandCompany: '品牌 品牌名称 品牌公司 主营品牌 经营品牌 代理品牌 brand brandcompany',
  monthlySales: '月销售额 月销量 月销 月均销售额 月营业额 monthlysales',
  sharePct: '所占比重 比重 占比 比例 份额 share',
  isOurs: '本公司 是否本公司 本公司产品 ours',
}

/** Columns that say nothing about a customer: running numbers. */
export const runningNumbers: ReadonlySet<string> = new Set(['序号', '序', '行号', '项次', '#', 'index', 'sn', 'seq'])
