import {type FormEvent, useCallback} from 'react'
import {isNumberInputProps, set, type ObjectInputProps, type RenderInputCallback} from 'sanity'
import {withCurrency} from './withCurrency.ts'

/** The form of an amount: typing one chooses the euro, unless a currency was chosen. */
export function MoneyInput(props: ObjectInputProps) {
  const {onChange, renderInput, value} = props
  const currency: unknown = value?.['currency']
  const renderMember = useCallback<RenderInputCallback>(
    (member) => {
      if (member.path.at(-1) !== 'amount' || !isNumberInputProps(member)) return renderInput(member)
      const {elementProps} = member
      // A number's own input reports what is typed through its element.
      const typed = (event: FormEvent<HTMLInputElement>) => {
        elementProps.onChange(event)
        const chosen = withCurrency(event.currentTarget.value, currency)
        if (chosen) onChange(set(chosen, ['currency']))
      }
      return renderInput({...member, elementProps: {...elementProps, onChange: typed}})
    },
    [renderInput, onChange, currency],
  )
  return props.renderDefault({...props, renderInput: renderMember})
}
