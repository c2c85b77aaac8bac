/** As much of a syntax tree as this rule looks at. */
interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

interface Definition {
  readonly type: string
  readonly node: Node
}

interface Scope {
  readonly type: string
  readonly upper: Scope | null
  readonly set: Map<string, { readonly defs: readonly Definition[]; readonly scope: Scope }>
}

interface RuleContext {
  readonly sourceCode: { getScope(node: Node): Scope }
  report(found: { node: Node; message: string }): void
}

const sql = /\b(SELECT|INSERT|UPDATE|DELETE|WHERE|FROM|VALUES|ORDER BY|JOIN|ATTACH|VACUUM|PRAGMA|CREATE|DROP|ALTER)\b/
const message =
  'A value goes into SQL as a parameter. Only names and pieces that stand in the code itself may be put into its text.'

/** Lets nothing into the text of SQL but what stands in the code: literals, constants of a module, and what is made of them alone. */
const rule = {
  create(context: RuleContext) {
    return {
      TemplateLiteral(node: Node) {
        const texts = node['quasis'] as { value: { raw: string } }[]
        if (!texts.some(({ value }) => sql.test(value.raw))) return
        const scope = context.sourceCode.getScope(node)
        if (!(node['expressions'] as Node[]).every(part => isFixed(part, scope))) context.report({ node, message })
      },
      BinaryExpression(node: Node) {
        const sides = [node['left'], node['right']] as Node[]
        const isSql = sides.some(
          ({ type, value }) => type === 'Literal' && typeof value === 'string' && sql.test(value),
        )
        if (isSql && !isFixed(node, context.sourceCode.getScope(node))) context.report({ node, message })
      },
    }
  },
}

/** Whether an expression is made of what stands in the code alone, however often the program runs. */
function isFixed(node: Node, scope: Scope): boolean {
  const inside = (key: string) => isFixed(node[key] as Node, scope)
  const all = (key: string) => (node[key] as Node[]).every(part => isFixed(part, scope))
  switch (node.type) {
    case 'Literal':
      return true
    case 'Identifier':
      return isFixedName(node['name'] as string, scope)
    case 'TemplateLiteral':
      return all('expressions')
    case 'MemberExpression':
      return inside('object') && (node['computed'] === false || inside('property'))
    case 'ConditionalExpression':
      return inside('consequent') && inside('alternate')
    case 'BinaryExpression':
    case 'LogicalExpression':
      return inside('left') && inside('right')
    case 'ArrowFunctionExpression':
      return node['expression'] === true && inside('body')
    case 'ArrayExpression':
      return all('elements')
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return inside('expression')
    case 'CallExpression':
      return all('arguments') && (isMarkPerItem(node, scope) || inside('callee'))
    default:
      return false
  }
}

/** `things.map(() => '?')`: how many marks there are may vary, what they are may not. */
function isMarkPerItem({ callee, arguments: given }: Node, scope: Scope): boolean {
  const { type, property } = callee as Node
  const [made] = given as Node[]
  return (
    type === 'MemberExpression' && (property as Node)['name'] === 'map' && made !== undefined && isFixed(made, scope)
  )
}

function isFixedName(name: string, scope: Scope | null): boolean {
  for (let at = scope; at; at = at.upper) {
    const [definition] = at.set.get(name)?.defs ?? []
    if (!definition) continue
    if (definition.type === 'ImportBinding') return true
    if (definition.type === 'FunctionName') return at.type === 'module'
    if (definition.type !== 'Variable') return false
    const { id, init } = definition.node
    const isWhole = (id as Node).type === 'Identifier'
    return at.type === 'module' || (isWhole && init !== null && isFixed(init as Node, at))
  }
  return false
}

/** The rules of this house that oxlint does not have. */
export default { meta: { name: 'kehu' }, rules: { 'bound-sql': rule } }
