// What Tasklist says to people who do not see it, or work without a mouse: names of buttons that are
// only an icon, headings in order, which entry of a list is the current one, dialogs and fields that
// say what they are. Attributes (and two texts), set again whenever Tasklist redraws; nothing is moved or
// replaced, so Tasklist itself notices nothing. docs/accessibility.md lists what remains.

import { choices, leadToTheFirstError, table } from './accessible-forms.js';
import { idOf, set, words } from './elements.js';

/** The mends: what is wrong, and what puts it right. `say(pt, en)` gives the text to use. */
function mends(say) {
  const name = (pt, en) => (element) => set(element, 'aria-label', say(pt, en));
  const level = (number) => (element) => set(element, 'aria-level', String(number));
  const notAHeading = (element) => set(element, 'role', 'presentation');
  const current = (isCurrent) => (element) =>
    set(element, 'aria-current', isCurrent(element) ? 'true' : null);
  const portuguese = (element) => set(element, 'lang', say(null, 'pt-BR'));
  const labelled = (pt, en) => (element) => set(element, 'data-label', say(pt, en));

  return [
    // Parts of the page.
    ['#page-name', (heading) => {
      if (heading.textContent !== say('Tarefas', 'Tasks')) {
        heading.textContent = say('Tarefas', 'Tasks');
      }
    }],
    ['.cam-nav.app-menu', name('Conta', 'Account')],
    ['.task-filters', (filters) => {
      set(filters, 'role', 'navigation');
      name('Listas de tarefas', 'Lists of tasks')(filters);
    }],
    ['section.tasks-list', name('Tarefas da lista', 'Tasks of the list')],
    ['section.task-details', name('Tarefa aberta', 'Open task')],
    ['.navbar-toggle', (toggle) =>
      set(toggle, 'aria-expanded', String(toggle.classList.contains('open')))],

    // Data and forms speak Portuguese whatever the page's language.
    ['.task-filter h4, .fjs-container, .task-card .names', portuguese],
    ['ol.tasks-list .names, ol.tasks-list .variables', portuguese],

    // A tooltip repeats or explains its control, which says it itself.
    ['.tooltip', (tooltip) => set(tooltip, 'aria-hidden', 'true')],
    ['.task-filter h4[uib-tooltip]', (heading) =>
      set(heading.querySelector('a'), 'aria-description', heading.getAttribute('uib-tooltip'))],

    // Without the version, the footer ends in a stroke.
    ['[cam-widget-footer] .version', (version) => {
      const stroke = version.previousSibling;
      if (stroke && stroke.data && stroke.data.trim() === '/') {
        stroke.data = '';
      }
    }],

    // Headings: the page, the task, its form, in this order.
    ['.task-filter h4, li.task h6, li.task h5, .task-card .definition-name h4', notAHeading],
    ['ol.tasks-list h4.task', level(2)],
    ['.fjs-form h1, .history-pane h4', level(3)],
    ['.fjs-form h2, .history-pane h5', level(4)],
    ['.fjs-form h3', level(5)],

    // Where one is.
    ['.task-filter h4 a', current((link) => link.closest('.task-filter').matches('.active'))],
    ['ol.tasks-list h4.task a', current((link) => link.closest('li').matches('.active'))],
    ['.task-card .nav-tabs', name('Partes da tarefa', 'Parts of the task')],
    ['.nav-tabs > li > a', current((link) => link.parentElement.matches('.active'))],

    // Names for what has only an icon.
    ['.task-filters .region-toggle', name('Mostrar ou esconder as listas', 'Show or hide the lists')],
    ['.tasks-list .region-toggle', name('Mostrar ou esconder as tarefas', 'Show or hide the tasks')],
    ['.task-details .region-toggle', name('Mostrar ou esconder a tarefa', 'Show or hide the task')],
    ['.maximize', name('Ampliar a tarefa', 'Maximise the task')],
    ['.reset-regions', name('Voltar às três colunas', 'Back to three columns')],
    ['a.sort-direction', (link) => {
      const rising = link.matches('.glyphicon-menu-up');
      name(
        `Ordem ${rising ? 'crescente' : 'decrescente'}; inverter`,
        `${rising ? 'Ascending' : 'Descending'} order; turn round`
      )(link);
    }],
    ['.new-sort > a', name('Acrescentar ordenação', 'Add sorting')],
    ['.sort-by', (label) => {
      const link = label.closest('a');
      set(link, 'aria-label', `${say('Ordenado por', 'Sorted by')} ${words(label)}`);
    }],
    ['.unclaim', name('Devolver ao grupo', 'Give back to the group')],
    ['.reset-assignee', (link) => {
      set(link, 'role', 'button');
      name('Devolver ao grupo', 'Give back to the group')(link);
    }],
    ['.app-switch > a', name('Outras aplicações', 'Other applications')],
    ['.notification .close, .page-notifications .close, .alert > .close',
      name('Fechar aviso', 'Close message')],
    ['.task-filter .actions a', name('Ver o filtro', 'See the filter')],
    ['a[uib-tooltip], button[uib-tooltip]', (control) => {
      if (!control.hasAttribute('aria-label') && words(control) === '') {
        set(control, 'aria-label', control.getAttribute('uib-tooltip'));
      }
    }],
    ['.pagination-first > a', name('Primeira página', 'First page')],
    ['.pagination-prev > a', name('Página anterior', 'Previous page')],
    ['.pagination-next > a', name('Próxima página', 'Next page')],
    ['.pagination-last > a', name('Última página', 'Last page')],
    ['.pagination-page > a', current((link) => link.parentElement.matches('.active'))],

    // What a task's facts are: the icons alone do not say it to anybody.
    ['.meta .due-date', (date) => {
      labelled('Prazo', 'Due')(date);
      // Read here, never set.
      set(date, 'tabindex', null);
    }],
    ['.meta .groups > span', labelled('Grupo', 'Group')],
    ['.meta .groups a', (link) => set(link, 'href', null)],
    ['.meta li.assignee', labelled('Responsável', 'Assignee')],
    // Nobody types a user name: there are buttons in words (hand-over.js), and our page.
    ['.meta .assignee > .set-value', (assignee) => set(assignee, 'tabindex', null)],

    // The search over the list.
    ['input[uib-typeahead]', (input) => {
      set(input, 'role', 'combobox');
      if (input.hasAttribute('aria-owns')) {
        set(input, 'aria-controls', input.getAttribute('aria-owns'));
      }
    }],
    ['.tasks-list .main-field', name('Filtrar tarefas', 'Filter tasks')],
    // Choosing is the option's doing; a link inside it would be a second control.
    ['[role="option"] > a[href]', (link) => set(link, 'href', null)],
    ['.search-label .set-value[tabindex]', inlineField],
    ['.search-label input:not([type="checkbox"])', name('Valor do critério', 'Value of the criterion')],
    ['.search-label .btn .glyphicon-ok', inButton(name('Aplicar', 'Apply'))],
    ['.search-label .btn .glyphicon-remove', inButton(name('Desistir', 'Cancel'))],

    // Dialogs.
    ['.modal[role="dialog"]', (dialog) => {
      set(dialog, 'aria-modal', 'true');
      const title = dialog.querySelector('.modal-title');
      if (title) {
        set(title, 'aria-level', '2');
        set(dialog, 'aria-labelledby', idOf(title));
      }
    }],
    ['#comment-form-message', name('Comentário', 'Comment')],

    // The diagram.
    ['.diagram-holder', (holder) => {
      set(holder, 'role', 'img');
      name(
        'Diagrama do processo, com o passo atual em destaque',
        'Diagram of the process with the present step highlighted'
      )(holder);
    }],
    ['.navigation.zoom .in', titled('Aproximar', 'Zoom in')],
    ['.navigation.zoom .out', titled('Afastar', 'Zoom out')],
    ['.navigation.reset .btn', titled('Ver o diagrama inteiro', 'Show the whole diagram')],

    // Fields of form-js.
    ['.fjs-form-field-radio', choices('radiogroup')],
    ['.fjs-form-field-checklist', choices('group')],
    ['.fjs-form-field-table', table]
  ];

  function titled(pt, en) {
    return (element) => {
      set(element, 'title', say(pt, en));
      name(pt, en)(element);
    };
  }

  function inButton(mend) {
    return (icon) => mend(icon.closest('button'));
  }
}

/** A text that turns into a field when one presses Enter on it is a button until it does. */
function inlineField(field) {
  set(field, 'role', field.querySelector('input, select') ? null : 'button');
}

/** Mends the page now and whenever it has changed, once for each picture the browser draws. */
export function keepAccessible(say) {
  const all = mends(say);
  let waiting = false;

  function mendAll() {
    waiting = false;
    all.forEach(([selector, mend]) => document.querySelectorAll(selector).forEach(mend));
    const task = words(document.querySelector('.task-card h2.task'));
    const title = `${task === '' ? say('Tarefas', 'Tasks') : task} – Rede INFO Aberta`;
    if (document.title !== title) {
      document.title = title;
    }
  }

  function soon() {
    if (!waiting) {
      waiting = true;
      window.requestAnimationFrame(mendAll);
    }
  }

  document.addEventListener('click', leadToTheFirstError);
  new MutationObserver(soon).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'uib-tooltip', 'aria-owns', 'tabindex']
  });
  mendAll();
}
