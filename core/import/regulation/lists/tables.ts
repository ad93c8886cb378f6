import { attribute, everyXml, type Xml } from './xml.ts';

/** A column of a table, as the data model has it. */
export type Column = {
  readonly name: string;
  readonly type: string;
  /** What its author says that it holds. */
  readonly said: string | undefined;
  readonly required: boolean;
  readonly unique: boolean;
  readonly isKey: boolean;
  /** The table that it points into. */
  readonly of: string | undefined;
  /** The database makes its value up. */
  readonly madeUp: boolean;
};

/** A table of a registry. `unique`: columns that no two rows may have alike together. */
export type Table = {
  readonly name: string;
  readonly said: string | undefined;
  readonly columns: readonly Column[];
  readonly unique: readonly (readonly string[])[];
};

/** The tables of a data model, each with what other changes say of it. */
export function tablesIn(root: Xml): Table[] {
  const together = everyXml(root, 'addUniqueConstraint').map(({ says }) => says);
  return everyXml(root, 'createTable').map((table) => ({
    name: attribute(table, 'tableName'),
    said: table.says.remarks,
    columns: table.inside.filter(({ name }) => name === 'column').map(columnOf),
    unique: together
      .filter(({ tableName }) => tableName === table.says.tableName)
      .map(({ columnNames = '' }) => columnNames.split(',').map((one) => one.trim())),
  }));
}

function columnOf(column: Xml): Column {
  const { says, inside } = column;
  const limits: Xml['says'] = Object.assign(
    {},
    ...inside.filter((one) => one.name === 'constraints').map((one) => one.says),
  );
  return {
    name: attribute(column, 'name'),
    type: attribute(column, 'type').toUpperCase(),
    said: says.remarks,
    required: limits.nullable === 'false',
    unique: limits.unique === 'true',
    isKey: limits.primaryKey === 'true',
    of: limits.referencedTableName,
    madeUp: says.defaultValueComputed !== undefined || says.autoIncrement === 'true',
  };
}
