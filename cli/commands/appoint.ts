import type { AppointmentItem } from '#core/case/appointed.ts';
import { holds } from '#core/case/rights.ts';
import type { Agency } from '#core/definition/index.ts';
import { platformHere } from '../appoint/platform.ts';
import { type Command, CommandError, type ExitCode, UsageError } from '../command.ts';

/** What stands in an appointment where an officer's key would: nobody of an agency granted it. */
const GRANTED_BY = 'kladka appoint';

export const command: Command = {
  usage: 'appoint <person> --agency ID [--role ROLE] [--office ID] --order TEXT [--name NAME] [--json]',
  about: [
    'Appoints the first administrator of an agency on a deployed platform; the others they appoint in the workspace.',
    '',
    'The person is the sub that the directory of officers gives them. --order is the number and day of the order by which they are',
    'appointed. The role is the one of the agency that may appoint, the office where those go who have none nearer (fallback), where',
    'they are not said. It runs with the AWS credentials of whoever deploys. The same again changes nothing.',
  ].join('\n'),
  options: {
    agency: { type: 'string' },
    role: { type: 'string' },
    office: { type: 'string' },
    order: { type: 'string' },
    name: { type: 'string' },
  },
  async run({ positionals: [sub, more], values, say, give }): Promise<ExitCode> {
    const said = (name: string) => (typeof values[name] === 'string' ? values[name].trim() : '');
    if (!sub || more !== undefined) throw new UsageError('Name one person, by their sub in the directory.');
    for (const name of ['agency', 'order']) if (!said(name)) throw new UsageError(`Say --${name}.`);
    const platform = await platformHere();
    const agency = await platform.agency(said('agency'));
    if (!agency)
      throw new CommandError(`No agency “${said('agency')}” is deployed: write agencies/, publish, deploy.`);
    const role = roleOf(agency, said('role'));
    const office = officeOf(agency, role, said('office'));
    const person = await platform.officer(sub);
    const name = said('name');
    const wanted = {
      ...{ person, agency: agency.id, office, role, order: said('order') },
      ...(name ? { name } : {}),
    };
    const stands = await platform.appoint(wanted, GRANTED_BY);
    const appointed = stands.grantedBy === GRANTED_BY && stands.order === wanted.order;
    give({ ...shown(stands), appointed, holds: holds(stands, new Date().toISOString()) });
    if (!holds(stands, new Date().toISOString()))
      throw new CommandError(
        `They were appointed to it, from ${stands.from ?? '…'} to ${stands.to ?? '…'}: an administrator changes the days.`,
      );
    say(`Administrator of ${agency.id}: ${role} of the office ${office}, key ${person}.`);
    if (!appointed) say(`It stands since before, by the order ${stands.order ?? '—'}; nothing was changed.`);
    return 0;
  },
};

const shown = ({ person, agency, office, role, order, name, from, to, grantedBy }: AppointmentItem) => ({
  ...{ person, agency, office, role, order, name, from, to, grantedBy },
});

/** The role that is named, which must be one that appoints; else the only one that does. @throws CommandError */
function roleOf(agency: Agency, named: string): string {
  const able = Object.keys(agency.roles).filter((role) => agency.roles[role]?.may?.includes('appoint'));
  const there = able.join(', ') || 'none: give one "may": ["appoint"]';
  if (named && !able.includes(named))
    throw new CommandError(`“${named}” is no role of ${agency.id} that may appoint. There are: ${there}.`);
  const role = named || (able.length === 1 ? able[0] : undefined);
  if (!role) throw new CommandError(`Say --role. Roles of ${agency.id} that may appoint: ${there}.`);
  return role;
}

/** The office that is named, else the fallback, else the only one; it must have the role. @throws CommandError */
function officeOf(agency: Agency, role: string, named: string): string {
  const able = agency.offices.filter(({ roles }) => roles === undefined || roles.includes(role));
  const there = able.map(({ id }) => id).join(', ') || 'none';
  const id = named || agency.fallback;
  if (!able.some((office) => office.id === id))
    throw new CommandError(
      `“${id}” is no office of ${agency.id} with the role ${role}. There are: ${there}.`,
    );
  return id;
}
