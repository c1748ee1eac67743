/** Values of which many are the same, each once; what JSON writes alike is the same. */
export class Distinct<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  /**
   * Where a value stands among the values; a new one is put at their end.
   * @param value - the value
   * @returns its place, from 0
   */
  placeOf(value: Value): number {
    const key = JSON.stringify(value);
    const place = this.#places.get(key) ?? this.values.length;
    if (place < this.values.length) return place;
    this.#places.set(key, place);
    this.values.push(value);
    return place;
  }
}
