/** So near to the end counts as at the end, in pixels. */
const NEAR = 60;
const MARGIN = 12;

/**
 * Follows the conversation without fighting the reader: who has scrolled elsewhere stays there and gets a button; and
 * a long answer is shown from where it begins, never scrolled past its own question.
 */
export class Scroller {
  #box;
  #more;
  #label;
  #following = true;
  #target = 0;
  /** Where the box was left, by us or by the reader. */
  #left = 0;
  /** @type {HTMLElement | null} */
  #anchor = null;

  /**
   * @param {HTMLElement} box
   * @param {HTMLElement} more
   * @param {HTMLElement} label
   */
  constructor(box, more, label) {
    this.#box = box;
    this.#more = more;
    this.#label = label;
    box.addEventListener('scroll', () => this.#look(), { passive: true });
    more.addEventListener('click', () => {
      this.toEnd();
      box.focus({ preventScroll: true });
    });
    new ResizeObserver(() => this.follow()).observe(box);
  }

  /**
   * From this message on everything new should stay in view: the citizen's last one.
   * @param {HTMLElement} message
   */
  startAt(message) {
    this.#anchor = message;
    this.#following = true;
    this.#left = 0;
    this.follow();
  }

  /** A message was added at the end. */
  showNew() {
    this.follow();
    if (!this.#following) this.#name('Có tin mới', true);
  }

  /** The end has moved. */
  follow() {
    this.#noticeReader();
    if (this.#following) {
      const top = this.#anchor ? this.#anchor.offsetTop - MARGIN : Infinity;
      this.#target = Math.min(this.#end, top);
      this.#box.scrollTop = Math.max(this.#target, 0);
      this.#left = this.#box.scrollTop;
    }
    this.#showMore();
  }

  toEnd() {
    this.#anchor = null;
    this.#following = true;
    this.#box.scrollTop = this.#end;
    this.#look();
  }

  get #end() {
    return this.#box.scrollHeight - this.#box.clientHeight;
  }

  /** Scrolling is only reported with the next frame: who has gone up a moment ago must not be pulled back. */
  #noticeReader() {
    const { scrollTop } = this.#box;
    if (scrollTop < this.#left - 4 && this.#end - scrollTop >= NEAR) this.#following = false;
  }

  #look() {
    const { scrollTop } = this.#box;
    this.#left = scrollTop;
    const atEnd = this.#end - scrollTop < NEAR;
    this.#following = atEnd || Math.abs(scrollTop - this.#target) < 4;
    if (atEnd) this.#name('Xem tiếp', false);
    this.#showMore();
  }

  /**
   * @param {string} label
   * @param {boolean} isNews
   */
  #name(label, isNews) {
    this.#label.textContent = label;
    this.#more.classList.toggle('news', isNews);
  }

  #showMore() {
    this.#more.hidden = this.#end - this.#box.scrollTop < NEAR;
  }
}
