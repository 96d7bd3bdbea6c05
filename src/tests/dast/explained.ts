/**
 * What the tools report and we leave as it is, each with its reason. Written by hand: a finding that
 * is not here fails the run.
 */
export const EXPLAINED: { tool: string; finding: RegExp; reason: string }[] = [
  {
    tool: 'wapiti',
    finding: /^Cross Site Request Forgery: POST/,
    reason:
      'Forms bear no token: the gate refuses every write that a browser names another page for (Origin, Sec-Fetch-Site, Referer), and cookies are SameSite.',
  },
  {
    tool: 'wapiti',
    finding: /X-XSS-Protection is not set/,
    reason: 'No browser of today obeys X-XSS-Protection; the policy with nonces does its work.',
  },
  {
    tool: 'wapiti',
    finding: /Strict-Transport-Security is not set/,
    reason: 'HSTS is sent behind https alone, as RFC 6797 7.2 wants; this run speaks http.',
  },
  {
    tool: 'afterwards',
    finding: /^not-found /,
    reason:
      'Payload writes an error line when a page of the panel is not there for whoever asks: here an editor, for the accounts.',
  },
  {
    tool: 'ffuf',
    finding: /^200 \/api\/media$/,
    reason: 'Photos of published properties are public; the access matrix says which.',
  },
  {
    tool: 'ffuf',
    finding: /^200 \/api\/users\/init$/,
    reason: 'Payload says that there are accounts, which everybody knows; none can be made there.',
  },
]
