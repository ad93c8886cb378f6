import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnMalwareProtectionPlan } from 'aws-cdk-lib/aws-guardduty';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Alias, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Aws } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { arn } from '../names.ts';
import { allow } from './statement.ts';

/** GuardDuty looks at every file that is uploaded; its verdict goes to the function `scan`, without which nobody may read the file. */
export class Scanning extends Construct {
  constructor(scope: Construct, props: { files: Bucket; keyArn: string; scan: Alias }) {
    super(scope, 'Scanning');
    const { files, keyArn, scan } = props;
    const managed = arn('events', 'rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*');
    // the rights that GuardDuty asks for, docs "IAM role policy" of Malware Protection for S3
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com'),
      inlinePolicies: {
        scan: new PolicyDocument({
          statements: [
            allow(
              ['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
              [managed],
              { StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' } },
            ),
            allow(['events:DescribeRule', 'events:ListTargetsByRule'], [managed]),
            allow(
              [
                's3:PutObjectTagging',
                's3:GetObjectTagging',
                's3:PutObjectVersionTagging',
                's3:GetObjectVersionTagging',
                's3:GetObject',
                's3:GetObjectVersion',
              ],
              [files.arnForObjects('*')],
            ),
            allow(
              ['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'],
              [files.bucketArn],
            ),
            allow(['s3:PutObject'], [files.arnForObjects('malware-protection-resource-validation-object')]),
            allow(['kms:GenerateDataKey', 'kms:Decrypt'], [keyArn], {
              StringLike: { 'kms:ViaService': `s3.${Aws.REGION}.amazonaws.com` },
            }),
          ],
        }),
      },
    });
    new CfnMalwareProtectionPlan(this, 'Plan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: files.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    const rule = new CfnRule(this, 'Verdicts', {
      description: 'Verdicts on uploaded files go to the function scan',
      eventPattern: {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
        detail: { s3ObjectDetails: { bucketName: [files.bucketName] } },
      },
      targets: [
        {
          id: 'scan',
          arn: scan.functionArn,
          retryPolicy: { maximumRetryAttempts: 20, maximumEventAgeInSeconds: 86_400 },
        },
      ],
    });
    new CfnPermission(this, 'Leave', {
      action: 'lambda:InvokeFunction',
      functionName: scan.functionArn,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    });
  }
}
