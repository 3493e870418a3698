// Writes config.schema.json, by which editors complete and check zhengce.config.json.
// npx tsx scripts/build-config-schema.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatConfigJsonSchema } from '../test/support/config-json-schema';

writeFileSync(join(import.meta.dirname, '../config.schema.json'), formatConfigJsonSchema());
