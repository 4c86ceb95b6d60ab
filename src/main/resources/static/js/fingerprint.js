// Forms with data-fingerprint="name" send the SHA-256 of their file in that field instead of the
// file itself. Where the browser cannot make it, the file goes, as it does without any script.
(() => {
  'use strict';
  const hex = (buffer) =>
    Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

  document.querySelectorAll('form[data-fingerprint]').forEach((form) => {
    const input = form.querySelector('input[type=file]');
    form.addEventListener('submit', (event) => {
      const file = input.files[0];
      if (!file || input.validity.customError || !window.crypto || !crypto.subtle) return;
      event.preventDefault();
      file.arrayBuffer()
        .then((content) => crypto.subtle.digest('SHA-256', content))
        .then((digest) => {
          const field = document.createElement('input');
          field.type = 'hidden';
          field.name = form.dataset.fingerprint;
          field.value = hex(digest);
          form.append(field);
          input.disabled = true;
        })
        .catch(() => {})
        .finally(() => form.submit());
    });
    // The page may come back out of the browser's memory.
    window.addEventListener('pageshow', () => {
      input.disabled = false;
      form.querySelectorAll(`input[name="${form.dataset.fingerprint}"]`).forEach((field) => field.remove());
    });
  });
})();
