/** The staff page that was asked for before signing in, never an address anywhere else. */
export function wantedPage(asked: string | null): string {
  if (asked === null || !/^\/[\w\-./?=&%:+]*$/.test(asked) || asked.startsWith('//')) return '/';
  return asked.startsWith('/dang-') ? '/' : asked;
}
