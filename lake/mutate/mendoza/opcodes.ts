/**
 * The opcodes of mendoza that the encoder uses. A patch is a program for two stacks, input and output;
 * "field" operands are positions in the sorted keys of the input object, "element" operands are indexes
 * of the input array, and string positions count bytes of UTF-8.
 */
export const Op = {
  /** value → the whole output */
  value: 0,
  /** field → enter it; its output starts as a copy */
  pushFieldCopy: 10,
  /** field → enter it; its output starts empty */
  pushFieldBlank: 11,
  /** element → enter it; its output starts as a copy */
  pushElementCopy: 12,
  /** element → enter it; its output starts empty */
  pushElementBlank: 13,
  /** leave a field, storing its output under the same key */
  returnIntoObjectSameKeyPop: 15,
  /** leave an element, appending its output */
  returnIntoArrayPop: 16,
  /** value, key → set it */
  objectSetFieldValue: 17,
  /** field → remove it */
  objectDeleteField: 19,
  /** value → append it */
  arrayAppendValue: 20,
  /** from, to → append this part of the input array */
  arrayAppendSlice: 21,
  /** text → append it */
  stringAppendString: 22,
  /** from, to → append this part of the input string */
  stringAppendSlice: 23,
} as const
