import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { allow } from './statement.ts';

/** The four keys. All outlive the stack: without them the data, the seals and the index of people are lost. */
export class Keys extends Construct {
  /** Encrypts tables, files, topics. */
  readonly data: Key;
  /** Signs access tokens. */
  readonly token: Key;
  /** Signs documents. */
  readonly seal: Key;
  /** Makes the keyed hash of persons. */
  readonly person: Key;

  constructor(scope: Construct) {
    super(scope, 'Keys');
    this.data = this.#key('Data', 'Kladka: tables, files, topics', { enableKeyRotation: true });
    for (const service of ['cloudwatch.amazonaws.com', 'events.amazonaws.com', 'budgets.amazonaws.com']) {
      const statement = allow(['kms:Decrypt', 'kms:GenerateDataKey'], ['*']);
      statement.addPrincipals(new ServicePrincipal(service));
      this.data.addToResourcePolicy(statement);
    }
    const sign = { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY };
    this.token = this.#key('Token', 'Kladka: signs access tokens', sign);
    this.seal = this.#key('Seal', 'Kladka: signs documents', sign);
    this.person = this.#key('Person', 'Kladka: keyed hash of persons', {
      keySpec: KeySpec.HMAC_256,
      keyUsage: KeyUsage.GENERATE_VERIFY_MAC,
    });
  }

  #key(id: string, description: string, props: object): Key {
    return new Key(this, id, {
      description,
      removalPolicy: RemovalPolicy.RETAIN,
      pendingWindow: Duration.days(30),
      ...props,
    });
  }
}
