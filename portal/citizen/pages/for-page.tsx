import { useState } from 'react';
import type { DraftView, ServicePage } from '#core/api/types.ts';
import { CommandProblem, Page } from '#portal/shell/page.tsx';
import type { Problem } from '#portal/shell/problem.ts';
import { useLocation } from '#portal/shell/router.ts';
import { useLocalised, useTexts } from '#portal/theme/language.tsx';
import type { DraftKeeper } from '../draft/keeper.ts';
import { ForWhom, type Right } from '../start/for-whom.tsx';
import { citizenTexts } from '../texts.ts';

/** `/services/:service/applications/:draft/for`: for whom a draft is made, asked again. */
export function ForPage({
  service,
  view,
  keeper,
  base,
  again,
}: {
  service: ServicePage;
  view: DraftView;
  keeper: DraftKeeper;
  base: string;
  again: () => void;
}) {
  const t = useTexts(citizenTexts);
  const read = useLocalised();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const before = view.through ?? 'self';

  async function choose(right: Right): Promise<void> {
    if (right === before) return go(`${base}/start`);
    setBusy(true);
    const failed = await keeper.through(right);
    setBusy(false);
    setProblem(failed);
    if (failed) return;
    again();
    go(`${base}/start`);
  }

  return (
    <Page title={t('forTitle')} caption={read(service.title)} back={{ href: `/services/${service.id}` }}>
      <CommandProblem problem={problem} />
      <ForWhom service={service} chosen={before} busy={busy} onChosen={(right) => void choose(right)} />
    </Page>
  );
}
