// What somebody typed outlives a session that ended or a token that no longer holds: it waits in
// this tab's storage, never on the server, until its form is back. See docs/decisions/kept-forms.md.
(() => {
  'use strict';
  const KEY = 'rede-info:typed';
  const LONGEST = 12 * 60 * 60 * 1000;
  const header = document.querySelector('.site-header');
  const person = (header && header.dataset.person) || '';
  const here = location.pathname + location.search;
  const hold = document.querySelector('[data-typed-hold]');

  function read() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch (e) {
      return null;
    }
  }

  function write(kept) {
    try {
      if (kept) sessionStorage.setItem(KEY, JSON.stringify(kept));
      else sessionStorage.removeItem(KEY);
    } catch (e) { /* a browser without storage keeps nothing */ }
  }

  const pathOf = (form) => new URL(form.action, location.href).pathname;
  const formsTo = (action) =>
    [...document.forms].filter((form) => form.method === 'post' && pathOf(form) === action);
  const isTyped = (field) =>
    field.name && !field.name.startsWith('_') &&
    !['hidden', 'password', 'file', 'submit', 'button', 'reset', 'image'].includes(field.type);

  // A page that answers a form with its errors stands at the form's address; the form's own page
  // is the one it was opened at first.
  let page = here;

  function keep(form) {
    if (form.method !== 'post' || form.querySelector('input[type=password]')) return;
    const fields = [...form.elements].filter(isTyped);
    const values = fields.flatMap((field) => {
      if (field.type === 'checkbox' || field.type === 'radio') {
        return field.checked ? [[field.name, field.value]] : [];
      }
      if (field.type === 'select-multiple') {
        return [...field.selectedOptions].map((option) => [field.name, option.value]);
      }
      return [[field.name, field.value]];
    });
    write(fields.length === 0 ? null : {
      state: 'sent', at: Date.now(), person, page, values,
      action: pathOf(form), index: formsTo(pathOf(form)).indexOf(form)
    });
  }

  function fill(form, values) {
    const left = new Map();
    values.forEach(([name, value]) => left.set(name, [...(left.get(name) || []), value]));
    [...form.elements].filter(isTyped).forEach((field) => {
      const wanted = left.get(field.name) || [];
      if (field.type === 'checkbox' || field.type === 'radio') {
        field.checked = wanted.includes(field.value);
      } else if (field.type === 'select-multiple') {
        [...field.options].forEach((option) => { option.selected = wanted.includes(option.value); });
      } else if (wanted.length > 0) {
        field.value = wanted.shift();
      }
      if (!field.dataset.checkAll) field.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }

  function giveBack(kept) {
    const form = formsTo(kept.action)[kept.index];
    if (!form) return;
    fill(form, kept.values);
    const notice = document.createElement('div');
    notice.className = 'notice notice--information';
    notice.setAttribute('role', 'status');
    const text = document.createElement('p');
    text.textContent = header.dataset.typedBack;
    notice.append(text);
    form.before(notice);
  }

  function offerWayBack(kept) {
    const link = document.querySelector('[data-typed-return]');
    if (!link) return;
    link.href = location.origin + kept.page;
    link.hidden = false;
    // What stands in the form again need not be copied by hand.
    const copy = document.querySelector('[data-typed-copy]');
    if (copy) copy.hidden = true;
  }

  // The next person at this browser finds nothing of the last one's, neither here nor in Tasklist.
  if (new URLSearchParams(location.search).has('signed-out')) {
    write(null);
    try {
      Object.keys(localStorage)
        .filter((key) => key.startsWith('camunda-form:') || key.startsWith('rede-info:attendance:'))
        .forEach((key) => localStorage.removeItem(key));
    } catch (e) { /* nothing stored, nothing to forget */ }
  }

  const kept = read();
  if (kept && Date.now() - kept.at > LONGEST) {
    write(null);
  } else if (kept && hold) {
    const signIn = hold.dataset.typedHold === 'sign-in';
    write({ ...kept, state: signIn ? 'signing-in' : 'refused' });
    if (!signIn) offerWayBack(kept);
  } else if (kept) {
    const theirs = kept.person === person;
    const refused = kept.state !== 'sent';
    write(null);
    if (theirs && refused && here === kept.page) {
      giveBack(kept);
    } else if (theirs && kept.state === 'signing-in') {
      write({ ...kept, state: 'refused' });
      location.replace(location.origin + kept.page);
    } else if (theirs && !refused && formsTo(kept.action).length > 0) {
      page = kept.page;
    }
  }

  // Last of all listeners: a form that another one stopped is not on its way.
  window.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) keep(event.target);
  });
})();
