import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

const string = (name: string) => ({ name, type: AttributeType.STRING });

/** An index that carries only what its lists show: `card` holds at most 1 KB (the store sees to that). */
const index = (
  name: string,
  partition: string,
  sort: string,
  carried: string[],
): GlobalSecondaryIndexPropsV2 => ({
  indexName: name,
  partitionKey: string(partition),
  sortKey: string(sort),
  projectionType: ProjectionType.INCLUDE,
  nonKeyAttributes: carried,
});

/** The tables of docs/rooms.md: encrypted by our key, restorable to any second, never deleted with the stack. */
export class Tables extends Construct {
  readonly cases: TableV2;
  readonly registries: TableV2;
  readonly platform: TableV2;

  constructor(scope: Construct, key: IKey) {
    super(scope, 'Tables');
    this.cases = this.#table('Cases', key, {
      // nothing personal goes through it: who needs an item reads it by its key
      dynamoStream: StreamViewType.KEYS_ONLY,
      globalSecondaryIndexes: [
        index('tasks', 'tpk', 'tsk', ['card']),
        index('people', 'ppk', 'psk', ['card']),
        {
          indexName: 'due',
          partitionKey: string('dpk'),
          sortKey: string('dsk'),
          // the sweep needs the keys alone
          projectionType: ProjectionType.KEYS_ONLY,
        },
        {
          // the open cases of a service by definition: written when one is submitted, ends or comes over
          indexName: 'open',
          partitionKey: string('opk'),
          sortKey: string('osk'),
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
    this.registries = this.#table('Registries', key, {
      globalSecondaryIndexes: [index('registry', 'rpk', 'rsk', ['card'])],
    });
    this.platform = this.#table('Platform', key, {});
  }

  #table(id: string, key: IKey, props: object): TableV2 {
    return new TableV2(this, id, {
      partitionKey: string('pk'),
      sortKey: string('sk'),
      billing: Billing.onDemand(),
      timeToLiveAttribute: 'ttl',
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryption: TableEncryptionV2.customerManagedKey(key),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...props,
    });
  }
}
