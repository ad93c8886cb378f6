import common from './common.schema.json' with { type: 'json' };
import { gathered, type Shapes } from './gathered.ts';
import requests from './requests.schema.json' with { type: 'json' };

/** Name of a request body. */
export type BodyName = Exclude<keyof typeof requests.$defs, 'PersonAtCounter' | 'WhomNamed' | 'MarkMade'>;

/** Schemas of request bodies, by the name of the type in this room. What is not listed is refused. */
export const bodies: Shapes<BodyName> = gathered(common, requests);
