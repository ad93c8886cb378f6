import { type App, Validations } from 'aws-cdk-lib/core';

export function acknowledge(app: App): void {
  void Validations.of(app);
}
