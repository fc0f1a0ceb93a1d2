// The connection to the session: everything once, then what changed; again and again when it is lost.

const FIRST_MS = 500;
const LONGEST_MS = 4000;

export function connect(onAll, onNews, onGone) {
  let wait = FIRST_MS;
  const open = () => {
    const source = new EventSource('/events');
    const gone = () => {
      source.close();
      onGone();
      setTimeout(open, wait);
      wait = Math.min(LONGEST_MS, wait * 2);
    };
    source.addEventListener('all', (event) => {
      wait = FIRST_MS;
      onAll(JSON.parse(event.data));
    });
    source.addEventListener('news', (event) => onNews(JSON.parse(event.data)));
    source.onerror = gone;
  };
  open();
}
