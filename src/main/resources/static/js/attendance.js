// Marks on the attendance sheet at once, and keeps them in this browser while there is no
// connection. What was marked last holds, wherever; see MarkController. The page works without it.
(() => {
  'use strict';
  const sheet = document.querySelector('[data-attendance]');
  if (!sheet || sheet.dataset.writes !== 'true') return;
  const words = sheet.dataset;
  const path = `/attendance/${words.attendance}`;
  const me = document.querySelector('.site-header').dataset.person || '';
  const KEY = `rede-info:attendance:${me}:${words.attendance}`;
  const BATCH = 100;
  const LONGEST = 7 * 24 * 60 * 60 * 1000;
  const line = sheet.querySelector('[data-line]');
  const notes = sheet.querySelector('[data-notes]');

  // One mark per person: the last one made. "n" tells a mark from the one that followed it.
  let waiting = {};
  let n = 0;
  try {
    waiting = JSON.parse(localStorage.getItem(KEY)) || {};
    Object.keys(waiting).forEach((person) => {
      if (Date.now() - waiting[person].at > LONGEST) delete waiting[person];
    });
  } catch (e) { /* a browser without storage keeps marks as long as the page is open */ }

  function store() {
    try {
      if (Object.keys(waiting).length > 0) localStorage.setItem(KEY, JSON.stringify(waiting));
      else localStorage.removeItem(KEY);
    } catch (e) { /* see above */ }
  }

  const count = () => Object.keys(waiting).length;
  const rowOf = (person) => sheet.querySelector(`[data-person="${Number(person)}"]`);
  const say = (text, number) => text.replace('{0}', number);

  function tell(text, link) {
    line.textContent = text;
    line.hidden = text === '';
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link.href;
      anchor.textContent = link.text;
      line.append(' ', anchor);
    }
  }

  function note(person, text) {
    const item = document.createElement('li');
    const row = rowOf(person);
    const name = row ? row.querySelector('.row__title').textContent : waiting[person] && waiting[person].name;
    const who = document.createElement('strong');
    who.textContent = name ? `${name}: ` : '';
    item.append(who, text);
    notes.querySelector('ul').append(item);
    notes.hidden = false;
  }

  function paint(person, status, says, how, version) {
    const row = rowOf(person);
    if (!row) return;
    row.dataset.status = status;
    if (version !== undefined) {
      row.dataset.version = version;
      row.querySelectorAll('input[name=seen]').forEach((field) => { field.value = version; });
    }
    row.querySelector('[data-says]').textContent = says;
    row.querySelector('[data-how]').textContent = how;
    row.querySelectorAll('button[name=status]').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.value === status));
    });
    row.querySelector('summary').classList.toggle('attendance-button--on', status === 'JUSTIFIED');
    row.classList.toggle('attendance-row--waiting', person in waiting);
  }

  function paintWaiting(person) {
    const { status, reason } = waiting[person];
    const says = words[`status${status[0]}${status.slice(1).toLowerCase()}`];
    paint(person, status, reason ? `${says}: ${reason}` : says, words.pending);
  }

  function paintCounts(counts) {
    Object.entries(counts).forEach(([name, number]) => {
      sheet.querySelector(`[data-count="${name}"]`).textContent = number;
    });
  }

  function keep(person, status, reason) {
    const row = rowOf(person);
    n += 1;
    waiting[person] = {
      status, reason: status === 'JUSTIFIED' ? reason : null, at: Date.now(), n,
      seen: Number(row.dataset.version), name: row.querySelector('.row__title').textContent
    };
    store();
    paintWaiting(person);
  }

  function token() {
    const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
    return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
  }

  let sending = false;
  let retry = null;

  function later() {
    clearTimeout(retry);
    retry = setTimeout(send, 5000);
  }

  async function send() {
    if (sending || count() === 0) return;
    sending = true;
    const batch = Object.entries(waiting).sort(([, a], [, b]) => a.at - b.at).slice(0, BATCH);
    const now = Date.now();
    let answer;
    try {
      answer = await fetch(`${path}/marks`, {
        method: 'POST',
        headers: {
          'Accept': 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token()
        },
        body: JSON.stringify(batch.map(([person, mark]) => ({
          person: Number(person), status: mark.status, reason: mark.reason,
          age: Math.max(0, now - mark.at), seen: mark.seen
        })))
      });
      if (answer.ok) await take(batch, await answer.json());
      else await refused(batch, answer);
    } catch (e) {
      tell(say(words.offline, count()));
      later();
    }
    sending = false;
    if (answer && answer.ok) {
      if (count() > 0) send();
      else tell(words.saved);
    }
  }

  async function take(batch, { results, counts }) {
    const sent = new Map(batch.map(([person, mark]) => [Number(person), mark.n]));
    results.forEach(({ person, status, says, version, note: text }) => {
      const newer = waiting[person] && waiting[person].n !== sent.get(person);
      if (text) note(person, text);
      if (newer) {
        waiting[person].seen = version;
      } else {
        delete waiting[person];
        if (status) paint(person, status, says, '', version);
      }
    });
    store();
    paintCounts(counts);
  }

  // 401: the session ended. 403 may be a token that no longer holds: a fresh page brings another.
  // Both keep what was marked. What breaks a rule cannot be sent again.
  async function refused(batch, answer) {
    if (answer.status === 401 || answer.status === 403) {
      tell(say(words.signedOut, count()), { href: location.href, text: words.again });
      return;
    }
    if (answer.status >= 500 || answer.status === 429) {
      tell(say(words.waiting, count()));
      later();
      return;
    }
    const { detail } = await answer.json().catch(() => ({ detail: words.refused }));
    batch.forEach(([person, mark]) => {
      if (waiting[person] && waiting[person].n === mark.n) {
        note(person, detail);
        delete waiting[person];
      }
    });
    store();
    tell('');
  }

  // What others and the persons themselves record comes in while the page is open.
  let since = words.asOf;
  async function look() {
    if (document.hidden) return;
    try {
      const answer = await fetch(`${path}/changes.json?since=${encodeURIComponent(since)}`,
        { headers: { 'Accept': 'application/json' } });
      if (!answer.ok) return;
      const changes = await answer.json();
      since = changes.now;
      if (!changes.open) { if (count() === 0) location.reload(); return; }
      changes.entries.forEach(({ person, status, says, how, version }) => {
        const row = rowOf(person);
        if (row && !(person in waiting) && Number(row.dataset.version) <= version) {
          paint(person, status, says, how, version);
        }
      });
      paintCounts(changes.counts);
      send();
    } catch (e) { /* no connection; the next look may have one */ }
  }
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);

  sheet.addEventListener('submit', (event) => {
    const form = event.target;
    if ('mark' in form.dataset) {
      event.preventDefault();
      const status = event.submitter && event.submitter.name === 'status'
        ? event.submitter.value : form.elements.status.value;
      const reason = form.elements.reason ? form.elements.reason.value.trim() : null;
      keep(form.elements.person.value, status, reason);
      const box = form.closest('details');
      if (box) { box.open = false; box.querySelector('summary').focus(); }
      delete form.dataset.sent;
      send();
    } else if ('rest' in form.dataset && !navigator.onLine) {
      event.preventDefault();
      sheet.querySelectorAll('[data-person][data-status="EXPECTED"]').forEach((row) => {
        keep(row.dataset.person, form.elements.status.value, null);
      });
      delete form.dataset.sent;
      send();
    }
  });

  // The names on this page, at once and without a connection; the button searches the whole sheet.
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const query = sheet.querySelector('#q');
  query.addEventListener('input', () => {
    const wanted = plain(query.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    sheet.querySelectorAll('[data-find]').forEach((row) => {
      const found = plain(row.dataset.find);
      row.hidden = !wanted.every((word) => found.includes(word));
      if (!row.hidden) shown += 1;
    });
    sheet.querySelector('[data-none]').hidden = shown > 0;
  });

  // Signing out clears what is kept for this person, so it is asked about first.
  document.addEventListener('submit', (event) => {
    if (event.target.action.endsWith('/logout') && count() > 0
        && !window.confirm(say(words.leaving, count()))) {
      event.preventDefault();
    }
  }, true);

  window.addEventListener('online', send);
  window.addEventListener('offline', () => tell(say(words.offline, count())));
  Object.keys(waiting).forEach((person) => { n = Math.max(n, waiting[person].n); if (rowOf(person)) paintWaiting(person); });
  if (count() > 0) { tell(say(words.waiting, count())); send(); }
})();
