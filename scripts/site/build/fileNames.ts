/** The longest name of a file that every file system takes, in bytes. */
const LONGEST = 255

/**
 * The path of what an address with a search is as a file: hosts of files do not look at searches, so each
 * parameter becomes two folders. `/en/projects?place=malawi&view=map` →
 * `/en/projects/place/malawi/view/map`.
 *
 * @param address path with search, as in a link
 */
export function pathWithoutSearch(address: string): string {
  const {pathname, searchParams} = new URL(address, 'http://site')
  const parts = [...searchParams].flatMap(([name, value]) => [name, value].map(encodeURIComponent))
  return [pathname.replace(/\/$/, ''), ...parts].join('/') || '/'
}

/**
 * The file, relative to the folder of the site, that answers for a path: `nl/rondes/index.html` for a page,
 * else as the path has it. Undefined when no file can have that name.
 *
 * @param path begins with `/`, percent-encoded
 */
export function fileOf(path: string, isPage: boolean): string | undefined {
  const names = path.split('/').filter(Boolean).map(decoded)
  if (isPage && !/\.html?$/.test(names.at(-1) ?? '')) names.push('index.html')
  return names.every(isFileName) ? names.join('/') : undefined
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** The names that begin with a dot are those of the build itself. */
function isFileName(name: string | undefined): name is string {
  return (
    name !== undefined && /^(?!\.)[^/\\\p{Cc}<>:"|?*]+$/u.test(name) && Buffer.byteLength(name) <= LONGEST
  )
}
