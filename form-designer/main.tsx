import '#portal/theme/theme.css';
import './css/designer.css';
import { start } from '#portal/shell/start.tsx';
import { DesignerApp } from './designer-app.tsx';

start('officer', '/design', <DesignerApp />);
