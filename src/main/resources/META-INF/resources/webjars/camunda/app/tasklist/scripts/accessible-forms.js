// What form-js 1.8 leaves unsaid about its fields; used by accessibility.js.
import { idOf, set, words } from './elements.js';

/** Choices belong together under their question, and the arrow keys go from one to the next. */
export function choices(role) {
  return (field) => {
    const question = field.querySelector(':scope > .fjs-form-field-label');
    if (!question || question.htmlFor) {
      return;
    }
    set(field, 'role', role);
    set(field, 'aria-labelledby', idOf(question));
    if (role === 'radiogroup') {
      field.querySelectorAll('input[type="radio"]').forEach((radio) => {
        set(radio, 'name', field.getAttribute('aria-labelledby'));
      });
    }
  };
}

/**
 * A table says what it is about, its column headers say their own words, and its cells carry them
 * along: on a phone the styles turn rows into cards, which takes a table's built-in roles away.
 */
export function table(field) {
  const element = field.querySelector('table');
  if (!element) {
    return;
  }
  set(element, 'role', 'table');
  set(element, 'aria-label', words(field.querySelector('.fjs-form-field-label')));
  element.querySelectorAll('thead, tbody').forEach((part) => set(part, 'role', 'rowgroup'));
  element.querySelectorAll('tr').forEach((row) => set(row, 'role', 'row'));
  const headers = [...element.querySelectorAll('th')];
  headers.forEach((header) => {
    set(header, 'role', 'columnheader');
    set(header, 'aria-label', words(header));
  });
  element.querySelectorAll('tbody tr').forEach((row) => {
    [...row.cells].forEach((cell, column) => {
      set(cell, 'role', 'cell');
      set(cell, 'data-label', words(headers[column]));
    });
  });
}

/** Who presses "Complete" with something missing lands on the first field that wants attention. */
export function leadToTheFirstError(event) {
  const button = event.target.closest && event.target.closest('.form-actions .btn-primary');
  if (!button) {
    return;
  }
  window.setTimeout(() => {
    const wrong = document.querySelector('.fjs-form [aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
    }
  }, 100);
}
