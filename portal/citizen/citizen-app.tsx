import { Layout } from '#portal/shell/layout.tsx';
import { Page } from '#portal/shell/page.tsx';

/** The citizen's portal: its pages by address. */
export function CitizenApp() {
  return (
    <Layout nav={[]}>
      <Page title="…">{null}</Page>
    </Layout>
  );
}
