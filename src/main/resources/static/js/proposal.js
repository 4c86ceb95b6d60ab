// Saves a proposal while it is being written, shows what others write in it, and adds and removes
// rows at once. The page works without it, by its buttons. See ProposalController.
(() => {
  'use strict';
  const form = document.querySelector('form[data-proposal]');
  if (!form) return;
  const words = form.dataset;
  const PAUSE = 2500;
  const RETRY = 8000;
  const KEEPALIVE = 60000;
  const saved = document.getElementById('saved');
  const trouble = document.getElementById('trouble');
  const base = form.elements.namedItem('base');

  const isAnswer = (field) =>
    field.name && field.name !== 'base' && field.name !== 'action' && field.name !== '_csrf' &&
    field.type !== 'submit';
  const unitOf = (name) => (name.includes('].') ? name.slice(0, name.indexOf('].') + 1) : name);
  const idOf = (name) => name.replace('[', '-').replace(']', '').replace('.', '-');
  const fieldOf = (name) => form.elements.namedItem(name);

  function typed() {
    const values = {};
    [...form.elements].filter(isAnswer).forEach((field) => {
      if (field.type === 'checkbox' && !field.checked) return;
      const text = field.value.replace(/\r\n?/g, '\n');
      if (text.trim() !== '') values[field.name] = text;
    });
    return values;
  }

  // What the server has, as far as this page knows; units about which the person has to choose.
  const known = typed();
  const open = new Set();
  let saving = null;
  let timer = null;
  let leaving = false;

  const same = (a, b) => {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => (a[name] || '') === (b[name] || ''));
  };

  // What is to be saved: where a choice is open, what the server has stays.
  function wanted() {
    const values = {};
    Object.entries(typed()).forEach(([name, text]) => {
      if (!open.has(unitOf(name))) values[name] = text;
    });
    Object.entries(known).forEach(([name, text]) => {
      if (open.has(unitOf(name))) values[name] = text;
    });
    return values;
  }

  const isDirty = () => !same(wanted(), known);

  function token() {
    const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
    return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
  }

  function tell(text, signIn) {
    trouble.textContent = text;
    trouble.hidden = text === '';
    if (signIn) {
      const link = document.createElement('a');
      link.href = '/login';
      link.target = '_blank';
      link.rel = 'noopener';
      link.textContent = words.signIn;
      trouble.append(' ', link);
    }
  }

  function later(pause) {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  async function save() {
    clearTimeout(timer);
    if (saving) return saving;
    if (!isDirty()) return null;
    saving = send(wanted());
    try {
      await saving;
    } finally {
      saving = null;
    }
    return null;
  }

  async function send(values) {
    saved.textContent = words.saving;
    const body = new URLSearchParams({ base: base.value, ...values }).toString();
    let answer;
    try {
      answer = await fetch(form.getAttribute('action'), {
        method: 'POST',
        headers: {
          'Accept': 'application/json',
          'Content-Type': 'application/x-www-form-urlencoded',
          'X-XSRF-TOKEN': token()
        },
        body,
        keepalive: leaving && body.length < KEEPALIVE
      });
    } catch (e) {
      saved.textContent = words.unsaved;
      tell(words.offline);
      later(RETRY);
      return;
    }
    if (answer.ok && (answer.headers.get('Content-Type') || '').includes('json')) {
      take(values, await answer.json());
      return;
    }
    saved.textContent = words.unsaved;
    if (answer.status === 401 || answer.status === 403 || answer.redirected) {
      tell(words.signedOut, true);
      return;
    }
    let detail = '';
    try { detail = (await answer.json()).detail; } catch (e) { /* no words came with it */ }
    tell(detail || words.offline);
    if (answer.status >= 500) later(RETRY);
  }

  function take(sent, answer) {
    tell('');
    saved.textContent = answer.saved;
    base.value = answer.revision;
    Object.keys(known).forEach((name) => delete known[name]);
    Object.assign(known, sent);
    Object.entries(answer.others).forEach(([name, text]) => {
      const row = /^(\w+)\[(\d+)]/.exec(name);
      while (row && text !== '' && !fieldOf(name) && addRow(row[1])) { /* until it is there */ }
      const field = fieldOf(name);
      const mine = typed()[name] || '';
      // What was typed since it was sent is a change of its own.
      if (field && mine === (sent[name] || '')) fill(field, text);
      if (text === '') delete known[name];
      else known[name] = text;
    });
    answer.clashes.forEach(showClash);
    if (answer.clashes.length > 0) tell(words.clashes);
    showStanding(answer);
    if (isDirty()) later(PAUSE);
  }

  function fill(field, text) {
    if (field.type === 'checkbox') field.checked = text === 'true';
    else field.value = text;
  }

  function showStanding(answer) {
    document.getElementById('ready').textContent = answer.ready;
    document.getElementById('ready-bar').value = answer.readyParts;
    Object.entries(answer.parts).forEach(([part, text]) => {
      document.querySelector(`[data-part="${part}"]`).textContent = text;
    });
    const list = document.querySelector('#gaps ul');
    list.replaceChildren(...answer.gaps.map((gap) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `#${gap.id}`;
      link.textContent = gap.label;
      const text = document.createElement('span');
      text.className = 'quiet';
      text.textContent = gap.text;
      item.append(link, ' ', text);
      return item;
    }));
    document.getElementById('gaps').hidden = answer.gaps.length === 0;
    document.getElementById('no-gaps').hidden = answer.gaps.length > 0;
  }

  // Two people wrote in the same place: both texts stand there until one is chosen.
  function showClash(clash) {
    Object.entries(clash.fields).forEach(([name, text]) => {
      if (text === '') delete known[name];
      else known[name] = text;
    });
    open.add(clash.unit);
    const old = form.querySelector(`[data-clash="${clash.unit}"]`);
    if (old) old.remove();
    const box = document.createElement('div');
    box.className = 'clash';
    box.dataset.clash = clash.unit;
    box.setAttribute('role', 'group');
    const who = document.createElement('p');
    who.className = 'clash__who';
    who.id = `clash-${idOf(clash.unit)}-who`;
    who.textContent = clash.who;
    box.setAttribute('aria-labelledby', who.id);
    box.append(who);
    const texts = Object.values(clash.fields).filter((text) => text !== '');
    (texts.length > 0 ? texts : [words.blank]).forEach((text) => {
      const shown = document.createElement('p');
      shown.className = 'pre clash__text';
      shown.textContent = text;
      box.append(shown);
    });
    addChoices(box);
    const first = fieldOf(Object.keys(clash.fields)[0]);
    if (!first) return;
    if (clash.unit.includes('[')) first.closest('fieldset').querySelector('legend').after(box);
    else first.before(box);
  }

  function addChoices(box) {
    const unit = box.dataset.clash;
    const actions = document.createElement('p');
    actions.className = 'actions';
    [['mine', words.mine], ['theirs', words.theirs]].forEach(([choice, text]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button button--secondary button--small';
      button.dataset.choose = choice;
      button.textContent = text;
      button.addEventListener('click', () => {
        if (choice === 'theirs') {
          [...form.elements].filter((field) => isAnswer(field) && unitOf(field.name) === unit)
            .forEach((field) => fill(field, known[field.name] || ''));
        }
        const field = [...form.elements].find((one) => isAnswer(one) && unitOf(one.name) === unit);
        open.delete(unit);
        box.remove();
        if (open.size === 0) tell('');
        if (field) field.focus();
        save();
      });
      actions.append(button);
    });
    box.append(actions);
  }

  // Rows of lists.
  const listOf = (name) => form.querySelector(`[data-list="${name}"]`);
  const rowsOf = (list) => [...list.querySelectorAll(':scope > [data-row]')];

  function addRow(name) {
    const list = listOf(name);
    const at = rowsOf(list).length;
    if (at >= Number(words.mostRows)) return null;
    const row = list.querySelector('[data-new-row]').content.firstElementChild.cloneNode(true);
    [row, ...row.querySelectorAll('*')].forEach((element) => {
      [...element.attributes].forEach((attribute) => {
        if (attribute.value.includes('NEW')) {
          element.setAttribute(attribute.name, attribute.value.replaceAll('NEW', String(at)));
        }
      });
      if (element.dataset.words) {
        element.textContent = element.dataset.words.replace('#', String(at + 1));
      }
    });
    list.querySelector('[data-add]').before(row);
    list.querySelector('[data-add]').disabled = at + 1 >= Number(words.mostRows);
    return row;
  }

  function removeRow(row) {
    const list = row.closest('[data-list]');
    const rows = rowsOf(list);
    const inputs = (one) => [...one.elements].filter(isAnswer);
    for (let at = rows.indexOf(row); at < rows.length - 1; at += 1) {
      const next = inputs(rows[at + 1]);
      inputs(rows[at]).forEach((field, n) => { field.value = next[n].value; });
    }
    rows[rows.length - 1].remove();
    list.querySelector('[data-add]').disabled = false;
    list.focus();
  }

  form.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-add')) {
      event.preventDefault();
      const row = addRow(button.closest('[data-list]').dataset.list);
      if (row) row.querySelector('input, select').focus();
    } else if (button.hasAttribute('data-remove')) {
      event.preventDefault();
      removeRow(button.closest('[data-row]'));
      save();
    }
  });

  // How much room is left, when little is.
  function showRoom(field) {
    const longest = Number(field.dataset.longest);
    if (!longest) return;
    let note = document.getElementById(`${field.id}-room`);
    const over = field.value.length > longest;
    if (!over) {
      if (note) note.remove();
      return;
    }
    if (!note) {
      note = document.createElement('p');
      note.id = `${field.id}-room`;
      note.className = 'field__hint room';
      note.setAttribute('role', 'status');
      field.after(note);
    }
    note.textContent = words.tooLong.replace('#', String(field.value.length - longest));
  }

  form.addEventListener('input', (event) => {
    showRoom(event.target);
    if (isDirty()) {
      if (!saving) saved.textContent = words.unsaved;
      later(PAUSE);
    }
  });
  form.addEventListener('change', () => save());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      leaving = true;
      save();
    } else {
      leaving = false;
      if (isDirty()) later(PAUSE);
    }
  });
  window.addEventListener('online', () => later(0));

  // Sent as a whole: what is on its way is waited for, or it would meet itself as a conflict.
  let whole = false;
  form.addEventListener('submit', (event) => {
    if (saving) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = event.submitter;
      saving.finally(() => form.requestSubmit(button));
      return;
    }
    clearTimeout(timer);
    whole = true;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!whole && isDirty()) event.preventDefault();
  });
  window.addEventListener('pageshow', () => { whole = false; });

  // A page that came with conflicts: what the server has there is the other text.
  form.querySelectorAll('[data-clash]').forEach((box) => {
    const unit = box.dataset.clash;
    open.add(unit);
    Object.keys(known).filter((name) => unitOf(name) === unit).forEach((name) => delete known[name]);
    box.querySelectorAll('[data-name]').forEach((text) => {
      known[text.dataset.name] = text.textContent;
    });
    const note = box.querySelector('.small');
    if (note) note.remove();
    addChoices(box);
  });
  const first = document.getElementById('wrong') || document.getElementById('clashes');
  if (first) first.focus();
})();
