import type {ExprNode, ObjectAttributeNode} from 'groq-js'
import type {Frame} from './frame.ts'

/** A sub-expression and the frame that it is evaluated in. */
export type Child = readonly [node: ExprNode, frame: Frame]

type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>
type Children = {[Type in ExprNode['type']]: (node: NodeOf<Type>, frame: Frame) => Child[]}

const none = (): Child[] => []
const base = (node: {base: ExprNode}, frame: Frame): Child[] => [[node.base, frame]]
const both = (node: {left: ExprNode; right: ExprNode}, frame: Frame): Child[] => [
  [node.left, frame],
  [node.right, frame],
]

const CHILDREN: Children = {
  AccessAttribute: (node, frame) => (node.base === undefined ? [] : [[node.base, frame]]),
  AccessElement: base,
  And: both,
  Array: (node, frame) => node.elements.map(({value}) => [value, frame]),
  ArrayCoerce: base,
  Asc: base,
  Context: none,
  Deref: base,
  Desc: base,
  Everything: none,
  Filter: (node, frame) => [
    [node.base, frame],
    [node.expr, frame.nested()],
  ],
  FlatMap: (node, frame) => [
    [node.base, frame],
    [node.expr, frame.concealed()],
  ],
  FuncCall: (node, frame) => node.args.map((argument) => [argument, frame]),
  Group: base,
  InRange: (node, frame) => [
    [node.base, frame],
    [node.left, frame],
    [node.right, frame],
  ],
  Map: (node, frame) => [
    [node.base, frame],
    [node.expr, frame.concealed()],
  ],
  Neg: base,
  Not: base,
  Object: (node, frame) =>
    node.attributes.flatMap((attribute) => attributeParts(attribute).map((part): Child => [part, frame])),
  OpCall: both,
  Or: both,
  Parameter: none,
  Parent: none,
  PipeFuncCall: (node, frame) => {
    const inner = frame.nested()
    return [[node.base, frame], ...node.args.map((argument): Child => [argument, inner])]
  },
  Pos: base,
  Projection: (node, frame) => [
    [node.base, frame],
    [node.expr, frame.nested()],
  ],
  Select: (node, frame) => [
    ...node.alternatives.flatMap(({condition, value}): Child[] => [
      [condition, frame],
      [value, frame],
    ]),
    ...(node.fallback === undefined ? [] : [[node.fallback, frame] as const]),
  ],
  SelectorFuncCall: (node, frame) => [[node.arg, frame.concealed()]],
  SelectorNested: (node, frame) => [
    [node.base, frame],
    [node.nested, frame],
  ],
  Slice: base,
  This: none,
  Tuple: (node, frame) => node.members.map((member) => [member, frame]),
  Value: none,
}

function attributeParts(attribute: ObjectAttributeNode): ExprNode[] {
  return attribute.type === 'ObjectConditionalSplat'
    ? [attribute.condition, attribute.value]
    : [attribute.value]
}

/** The sub-expressions of an expression. */
export function childrenOf(node: ExprNode, frame: Frame): Child[] {
  const children = CHILDREN[node.type] as (node: ExprNode, frame: Frame) => Child[]
  return children(node, frame)
}
