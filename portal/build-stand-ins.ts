/** What the citizen's bundle carries in place of two dependencies of rjsf that it never uses: 40 kB less. */
export const markdownStandIn = `
export default function Markdown({ children }) { return children; }
export { Markdown };
`;

/** rjsf reaches for fast-uri only where a schema names itself by $id or $anchor; resolved forms have neither. */
export const uriStandIn = `
export const resolve = (base, ref) => { try { return new URL(ref, base || 'http://x/').href; } catch { return ref; } };
export const parse = (uri) => new URL(uri, 'http://x/');
export default { resolve, parse };
`;
