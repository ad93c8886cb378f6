import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { Provider } from 'oidc-provider';
import { claimsOf, type Person } from './people.ts';
import { pickerPage, pickerPolicy } from './picker.ts';
import { storage } from './storage.ts';

export type ProviderProps = {
  issuer: string;
  origin: string;
  /** Client ids of the template. */
  clients: string[];
  people: readonly Person[];
  folder: string;
};

type PickContext = { req: IncomingMessage; res: ServerResponse; respond?: boolean | undefined };

async function signingKey(folder: string): Promise<JWK> {
  const file = join(folder, 'key.json');
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() };
    writeFileSync(file, JSON.stringify(jwk), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The provider asks nobody whether they are sure: they pressed «Вийти» a moment ago. */
function signedOutAtOnce(
  ctx: { type: string; body: unknown; set(name: string, value: string): void },
  form: string,
) {
  ctx.set('content-security-policy', "default-src 'none'; script-src 'unsafe-inline'");
  ctx.type = 'html';
  const sent = form.replace('</form>', '<input type="hidden" name="logout" value="yes"/></form>');
  ctx.body = `<!doctype html><html lang="uk"><title>Вихід</title>${sent}<script>document.forms[0].submit()</script></html>`;
}

/** A real OpenID provider for test people: code with PKCE, public clients, one page to pick who to be. */
export async function makeProvider({
  issuer,
  origin,
  clients,
  people,
  folder,
}: ProviderProps): Promise<Provider> {
  const Adapter = storage(folder);
  const key = await signingKey(folder);
  const base = new URL(issuer).pathname;
  const provider = new Provider(issuer, {
    adapter: Adapter,
    jwks: { keys: [key as never] },
    cookies: { keys: [String(key.kid)], names: { session: `s${base.replace('/', '-')}` } },
    clients: clients.map((client_id) => ({
      client_id,
      token_endpoint_auth_method: 'none' as const,
      application_type: 'web' as const,
      redirect_uris: [`${origin}/api/session/callback`],
      post_logout_redirect_uris: [`${origin}/`, `${origin}/workspace/`, `${origin}/design/`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code' as const],
      id_token_signed_response_alg: 'ES256' as const,
    })),
    pkce: { required: () => true },
    findAccount: (_, id) => {
      const person = people.find((one) => one.id === id);
      return person && { accountId: id, claims: () => claimsOf(person) };
    },
    claims: {
      openid: ['sub', 'acr'],
      profile: [
        'name',
        'family_name',
        'given_name',
        'middle_name',
        'birthdate',
        'gender',
        'rnokpp',
        'unzr',
        'organization',
        'edrpou',
      ],
      email: ['email', 'email_verified'],
      phone: ['phone_number'],
    },
    acrValues: ['low', 'substantial', 'high'],
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: signedOutAtOnce },
    },
    interactions: { url: (_, interaction) => `${base}/pick/${interaction.uid}` },
    loadExistingGrant: async (ctx) => {
      const clientId = ctx.oidc.client?.clientId;
      const accountId = ctx.oidc.session?.accountId;
      const grant = new ctx.oidc.provider.Grant({
        ...(clientId ? { clientId } : {}),
        ...(accountId ? { accountId } : {}),
      });
      grant.addOIDCScope('openid profile email phone offline_access');
      await grant.save();
      return grant;
    },
    ttl: {
      Interaction: 600,
      Session: 86_400,
      Grant: 86_400,
      AccessToken: 3600,
      IdToken: 3600,
      RefreshToken: 86_400,
    },
  });
  const pick = async (ctx: PickContext, accountId: string): Promise<void> => {
    await provider.interactionFinished(
      ctx.req,
      ctx.res,
      { login: { accountId, acr: 'substantial' } },
      { mergeWithLastSubmission: false },
    );
    ctx.respond = false;
  };
  provider.use(async (ctx, next) => {
    const uid = /^\/pick\/([\w-]+)$/.exec(ctx.path)?.[1];
    if (!uid) return next();
    const picked = String(ctx.query.person ?? '');
    if (ctx.method === 'POST' && people.some(({ id }) => id === picked)) return pick(ctx, picked);
    const { params } = await provider.interactionDetails(ctx.req, ctx.res);
    const hinted = people.find(({ id }) => id === params.login_hint);
    if (ctx.method === 'GET' && hinted) return pick(ctx, hinted.id);
    const language = ctx.query.lang === 'en' ? 'en' : 'uk';
    ctx.set('content-security-policy', pickerPolicy(origin));
    ctx.type = 'html';
    ctx.body = pickerPage(
      people,
      (id) => `${base}/pick/${uid}?person=${id}`,
      language,
      `?lang=${language === 'uk' ? 'en' : 'uk'}`,
    );
  });
  return provider;
}
