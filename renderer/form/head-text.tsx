const longest = 5 // characters that stand in one line everywhere

/** A Chinese head that needs two lines is broken in its middle, as on the sheets, which also is where its words end: 往来银行|及帐号. */
export function HeadText({ text }: { text: string }) {
  if (text.length <= longest || text.includes(' ')) return text
  const middle = Math.ceil(text.length / 2)
  return (
    <>
      {text.slice(0, middle)}
      <wbr />
      {text.slice(middle)}
    </>
  )
}
