export interface ServerEvent {
  id?: string;
  event: string;
  data: unknown;
}

/** Reads Server-Sent Events one by one, as the browser would. */
export class EventReader {
  private readonly reader: ReadableStreamDefaultReader<string>;
  private buffer = '';
  private readonly aborted = new AbortController();

  private constructor(response: Response, aborted: AbortController) {
    if (response.body === null) throw new Error('no stream');
    this.aborted = aborted;
    this.reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  static async open(address: string, headers: Record<string, string>): Promise<EventReader> {
    const aborted = new AbortController();
    const response = await fetch(address, { headers, signal: aborted.signal });
    if (response.headers.get('Content-Type')?.startsWith('text/event-stream') !== true)
      throw new Error(`no event stream: ${response.status}`);
    return new EventReader(response, aborted);
  }

  /** The next event; `null` when the server has ended the stream. */
  async next(): Promise<ServerEvent | null> {
    for (;;) {
      const end = this.buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = this.buffer.slice(0, end);
        this.buffer = this.buffer.slice(end + 2);
        const found = parsed(block);
        if (found !== null) return found;
        continue;
      }
      const { value, done } = await this.reader.read();
      if (done) return null;
      this.buffer += value;
    }
  }

  async take(count: number): Promise<(ServerEvent | null)[]> {
    const events: (ServerEvent | null)[] = [];
    while (events.length < count) events.push(await this.next());
    return events;
  }

  close(): void {
    this.aborted.abort();
  }
}

function parsed(block: string): ServerEvent | null {
  const fields = new Map(
    block.split('\n').map((line) => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ')] as const;
    }),
  );
  const event = fields.get('event');
  if (event === undefined) return null;
  const id = fields.get('id');
  const data: unknown = JSON.parse(fields.get('data') ?? 'null');
  return { event, data, ...(id === undefined ? {} : { id }) };
}
