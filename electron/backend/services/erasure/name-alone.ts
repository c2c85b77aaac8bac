// What people are called by, what they are asked for by, and what stands before and behind a name in a sentence.
const titles = '先生|女士|小姐|太太|总|總|经理|經理|老板|老闆|厂长|廠長|店长|店長|主任|会计|會計|师傅|師傅|同志'
const roles = `${titles}|联系人|聯繫人|聯絡人|负责人|負責人|法人|介绍人|介紹人|担保人|擔保人|姓名`
const telephones = '电话|電話|手机|手機|微信|宅电|宅電|来电|來電'
const before = '过過了问問找和与與跟同及给給由请請向对對让讓被是叫即托'
const behind = '说說讲講称稱的是在来來去和与與跟同及也已把被让讓要曾本有打签簽'

/**
 * Where a name of two characters most likely stands as a name, and not inside other words: between marks, words such as 问 and 说, or the
 * edges of the text, or next to a title, an office or a telephone.
 */
export function aloneOf(name: RegExp): RegExp {
  const left = `(?:^|(?<=[\\p{P}\\p{S}\\s\\d${before}])|(?<=${roles}|${telephones}))`
  const right = `(?:$|(?=[\\p{P}\\p{S}\\s\\d${behind}])|(?=${titles}|${telephones}))`
  const names = [`${left}${name.source}${right}`, `${name.source}(?=${titles}|${telephones})`]
  return new RegExp([...names, `(?<=${roles}|${telephones})${name.source}`].join('|'), name.flags)
}
