import '#portal/theme/theme.css';
import './workspace.css';
import { start } from '#portal/shell/start.tsx';
import { WorkspaceApp } from './workspace-app.tsx';

start('officer', '/workspace', <WorkspaceApp />);
