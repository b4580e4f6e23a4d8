/** Things of late, by name: of more than `limit`, the one that was put in first is forgotten. */

export class Recent<Value> {
  readonly #limit: number;
  readonly #values = new Map<string, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  put(name: string, value: Value): void {
    this.#values.set(name, value);
    if (this.#values.size > this.#limit) this.#values.delete(this.#values.keys().next().value as string);
  }
}
