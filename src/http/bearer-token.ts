const BEARER = /^Bearer +([\w.-]+) *$/i;

/** The token of an `Authorization` header, or `null`. */
export function bearerToken(header: string | undefined): string | null {
  return BEARER.exec(header ?? '')?.[1] ?? null;
}
