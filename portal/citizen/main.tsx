import '#portal/theme/theme.css';
import { start } from '#portal/shell/start.tsx';
import { CitizenApp } from './citizen-app.tsx';

start('citizen', '', <CitizenApp />);
