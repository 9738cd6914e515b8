import {useCallback} from 'react'
import {
  isObjectInputProps,
  PatchEvent,
  set,
  type FormPatch,
  type InputProps,
  type ObjectInputProps,
  type RenderInputCallback,
} from 'sanity'
import {withCurrency} from './withCurrency.ts'

/** The form of an amount: typing one chooses the euro, unless a currency was chosen. */
export function MoneyInput(props: InputProps) {
  return isObjectInputProps(props) && props.schemaType.name === 'money' ? (
    <WithCurrency {...props} />
  ) : (
    props.renderDefault(props)
  )
}

function WithCurrency(props: ObjectInputProps) {
  const {onChange, renderInput, value} = props
  const currency: unknown = value?.['currency']
  const renderMember = useCallback<RenderInputCallback>(
    (member) => {
      if (member.path.at(-1) !== 'amount') return renderInput(member)
      const change = (event: FormPatch | FormPatch[] | PatchEvent) => {
        member.onChange(event)
        const chosen = withCurrency(PatchEvent.from(event).patches, currency)
        if (chosen) onChange(set(chosen, ['currency']))
      }
      return renderInput({...member, onChange: change} as typeof member)
    },
    [renderInput, onChange, currency],
  )
  return props.renderDefault({...props, renderInput: renderMember})
}
