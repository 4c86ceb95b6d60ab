// Small helps on top of pages that work without any script.
(() => {
  'use strict';
  const menuButton = document.querySelector('.menu-button');
  const navigation = document.getElementById('navigation');
  if (menuButton && navigation) {
    menuButton.hidden = false;
    navigation.classList.add('navigation--foldable');
    menuButton.addEventListener('click', () => {
      const open = navigation.classList.toggle('navigation--open');
      menuButton.setAttribute('aria-expanded', String(open));
    });
  }

  // Folding menus close like menus: by Escape, and by a click or the focus elsewhere.
  const closeOthers = (event) => {
    document.querySelectorAll('.folding[open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  };
  document.addEventListener('click', closeOthers);
  document.addEventListener('focusin', closeOthers);
  document.querySelectorAll('.folding').forEach((menu) => {
    menu.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
  });

  // What is wrong comes first: the summary of errors takes the focus.
  const errors = document.querySelector('form .notice--danger[tabindex]');
  if (errors) errors.focus();

  // "All" boxes: data-check-all="name" checks every box of that name in its form.
  document.addEventListener('change', (event) => {
    const name = event.target.dataset && event.target.dataset.checkAll;
    if (!name) return;
    event.target.form
      .querySelectorAll(`input[type=checkbox][name="${name}"]`)
      .forEach((box) => { box.checked = event.target.checked; });
  });

  // A file that is too large is not sent to be refused: data-max-bytes, with the words to say.
  document.addEventListener('change', (event) => {
    const { files, dataset } = event.target;
    if (!files || !dataset.maxBytes) return;
    const tooLarge = Array.from(files).some((file) => file.size > Number(dataset.maxBytes));
    event.target.setCustomValidity(tooLarge ? dataset.tooLarge : '');
    if (tooLarge) event.target.reportValidity();
  });

  // A form that is on its way is not sent twice.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method !== 'post') return;
    const file = form.querySelector('input[type=file]');
    if (file && file.validity.customError) { file.reportValidity(); event.preventDefault(); return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
  });
})();
