import { Ajv2020 } from "ajv/dist/2020.js";

const formats = {
  uri: (text: string) => /^https?:\/\/[\x21-\x7e]+$/.test(text) && URL.canParse(text),
  date: /^\d{4}-\d{2}-\d{2}$/,
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2})$/,
};

/** What is wrong with each value by a JSON Schema of draft 2020-12; a schema that is none throws. */
export function faultsBy(schema: object): (value: unknown) => readonly string[] {
  const validate = new Ajv2020({ allErrors: true, formats }).compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}
