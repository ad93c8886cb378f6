import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';
import { Aws, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { bucketName } from '../names.ts';
import { contentSecurityPolicy } from './csp.ts';
import { spaRewrite } from './spa.ts';

export interface SiteProps {
  web: Bucket;
  logs: Bucket;
  /** Host of the HTTP API. */
  apiHost: string;
  webAclArn: string;
  domain?: string;
  certificate?: ICertificate;
}

/** The one origin for people: pages from the web bucket, `/api/*` from the HTTP API, strict headers on both. */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, props: SiteProps) {
    super(scope, 'Site');
    const files = `https://${bucketName('files')}.s3.${Aws.REGION}.${Aws.URL_SUFFIX}`;
    const strict = {
      contentSecurityPolicy: { contentSecurityPolicy: contentSecurityPolicy({ files }), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: {
        referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN,
        override: true,
      },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        preload: true,
        override: true,
      },
    };
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      comment: 'Kladka: strict headers on everything',
      securityHeadersBehavior: strict,
      customHeadersBehavior: {
        customHeaders: [
          {
            header: 'permissions-policy',
            value: 'camera=(self), geolocation=(self), microphone=()',
            override: true,
          },
          { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
        ],
      },
    });
    const rewrite = new EdgeFunction(this, 'Rewrite', {
      code: FunctionCode.fromInline(spaRewrite),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'An address of an application is answered with its page',
    });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Kladka: the one origin for people',
      ...(props.domain && props.certificate
        ? { domainNames: [props.domain], certificate: props.certificate }
        : {}),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(props.web as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        compress: true,
        functionAssociations: [{ function: rewrite, eventType: FunctionEventType.VIEWER_REQUEST }],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(props.apiHost, { protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          // answers say themselves what may be kept; ours say nothing may, but the catalogue
          cachePolicy: CachePolicy.USE_ORIGIN_CACHE_CONTROL_HEADERS_QUERY_STRINGS,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: headers,
        },
      },
      webAclId: props.webAclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      enableLogging: true,
      logBucket: props.logs as IBucket,
      logFilePrefix: 'cloudfront/',
      logIncludesCookies: false,
    });
  }
}
