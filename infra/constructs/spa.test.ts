import { describe, expect, it } from 'vitest';
import { spaRewrite } from './spa.ts';

const handler = new Function(`${spaRewrite}; return handler;`)() as (event: { request: { uri: string } }) => {
  uri: string;
};
const page = (uri: string) => handler({ request: { uri } }).uri;

describe('an address that is opened anew', () => {
  it('gets the page of its application', () => {
    expect(page('/')).toBe('/index.html');
    expect(page('/services/residence-registration')).toBe('/index.html');
    expect(page('/verify/4821-0937-5516')).toBe('/index.html');
    expect(page('/workspace')).toBe('/workspace/index.html');
    expect(page('/workspace/cases/1')).toBe('/workspace/index.html');
    expect(page('/design/residence-registration')).toBe('/design/index.html');
  });

  it('is left alone where it names a file', () => {
    expect(page('/assets/citizen-4f2a.js')).toBe('/assets/citizen-4f2a.js');
    expect(page('/workspace/index.html')).toBe('/workspace/index.html');
  });
});
