// The JSON Schema of zhengce.config.json, made of the schema that the command line checks it by.
import * as z from 'zod/mini';
import { createConfigSchema } from '../../src/cli/config-schema';

/** The text of config.schema.json. */
export function formatConfigJsonSchema(): string {
  const schema = z.toJSONSchema(createConfigSchema().schema);
  return `${JSON.stringify({ title: 'zhengce.config.json', ...schema }, undefined, 2)}\n`;
}
