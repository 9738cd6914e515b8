import {isArrayOfObjectsInputProps, isObjectInputProps, type InputProps} from 'sanity'
import {MoneyInput} from './MoneyInput.tsx'
import {TableInput} from './table/TableInput.tsx'

/** The inputs of the form: our own for an amount and for a table, else what the Studio has. */
export function FormInput(props: InputProps) {
  const {name} = props.schemaType
  if (name === 'money' && isObjectInputProps(props)) return <MoneyInput {...props} />
  if (name === 'tableRows' && isArrayOfObjectsInputProps(props)) return <TableInput {...props} />
  return props.renderDefault(props)
}
