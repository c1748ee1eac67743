/**
 * Writes JSON that can stand in a script element: `JSON.stringify` alone lets `</script>` through.
 * @param value - anything JSON can hold
 * @returns JSON without `<`
 */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
