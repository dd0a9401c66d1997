// Runs a list of parts, each so many seconds long, and tells what happens.
// It reads the clock, so a slow or sleeping browser does not make it late.

const STEP = 100;

export class Timer extends EventTarget {
  #parts;
  #clock;
  #index = -1;
  #ends = 0;
  #left = 0;
  #shown = null;
  #half = false;
  #beat = null;

  constructor(parts, clock = () => performance.now()) {
    super();
    this.#parts = parts;
    this.#clock = clock;
  }

  get part() {
    return this.#parts[this.#index];
  }

  get isRunning() {
    return this.#beat !== null;
  }

  start() {
    this.#halt();
    this.#index = -1;
    this.#ends = this.#clock();
    this.#next();
    if (this.part) this.#run();
  }

  pause() {
    if (!this.isRunning) return;
    this.#left = Math.max(0, this.#ends - this.#clock());
    this.#halt();
    this.#tell("pause");
  }

  resume() {
    if (this.isRunning || !this.part) return;
    this.#ends = this.#clock() + this.#left;
    this.#tell("resume");
    this.#run();
  }

  #run() {
    this.#beat = setInterval(() => this.tick(), STEP);
    this.tick();
  }

  #halt() {
    clearInterval(this.#beat);
    this.#beat = null;
  }

  tick() {
    const now = this.#clock();
    while (this.part && now >= this.#ends) this.#next();
    if (!this.part) return;
    const left = (this.#ends - now) / 1000;
    const second = Math.ceil(left);
    if (this.part.half && !this.#half && left <= this.part.seconds / 2) {
      this.#half = true;
      this.#tell("half");
    }
    if (second === this.#shown) return;
    this.#shown = second;
    this.#tell("second", { left: second, share: 1 - (second - 1) / this.part.seconds });
  }

  #next() {
    this.#index += 1;
    this.#half = false;
    this.#shown = null;
    if (!this.part) {
      this.#halt();
      this.#tell("end");
      return;
    }
    this.#ends += this.part.seconds * 1000;
    this.#tell("part");
  }

  #tell(name, detail = {}) {
    this.dispatchEvent(new CustomEvent(name, { detail: { part: this.part, ...detail } }));
  }
}
