/** An answer with the entity tag it came with. */
export interface KeptAnswer {
  readonly tag: string;
  readonly value: unknown;
}

/** The answers used last, up to a number of them. */
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer>();

  constructor(private readonly most: number) {}

  get(key: string): KeptAnswer | undefined {
    const found = this.answers.get(key);
    if (found) this.set(key, found);
    return found;
  }

  set(key: string, answer: KeptAnswer): void {
    // A map keeps the order of insertion: the first key is the one used longest ago.
    this.answers.delete(key);
    this.answers.set(key, answer);
    for (const oldest of this.answers.keys()) {
      if (this.answers.size <= this.most) break;
      this.answers.delete(oldest);
    }
  }
}
