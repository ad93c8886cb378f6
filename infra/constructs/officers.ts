import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

/** The directory of officers where an agency has none of its own: no self sign-up, second factor always, hosted login with PKCE. */
export class Officers extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, origin: string) {
    super(scope, 'Officers');
    this.pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      // who an officer is as a citizen: nobody decides their own case. Given with the account, and nobody changes it
      customAttributes: { rnokpp: new StringAttribute({ minLen: 10, maxLen: 10, mutable: false }) },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.pool.addDomain('Login', { cognitoDomain: { domainPrefix: `kladka-${Aws.ACCOUNT_ID}` } });
    this.client = this.pool.addClient('Portal', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        callbackUrls: [`${origin}/api/session/callback`],
        logoutUrls: [`${origin}/workspace/`],
      },
      accessTokenValidity: Duration.minutes(10),
      idTokenValidity: Duration.minutes(10),
      refreshTokenValidity: Duration.hours(12),
    });
  }

  /** What the function `session` trusts. */
  get issuer(): string {
    return this.pool.userPoolProviderUrl;
  }
}
