// When somebody wants to come back to a task. Tasklist's own control is a calendar in English that no
// keyboard leaves again; this one says the date in words and asks for another in a dialog. It is offered
// to whom the server lets set it: the assignee, and the coordination.
import { set } from './elements.js';

const mayForOthers = document.documentElement.getAttribute('data-hands-over') === 'true';
const api = `${document.querySelector('base').getAttribute('engine-api')}engine/default/task/`;
const DAY = 24 * 60 * 60 * 1000;

/** The task last looked at, with the date it had then: an instant in milliseconds, null for none. */
let known = { task: null, date: null };

const address = (task) => api + encodeURIComponent(task);
const two = (number) => String(number).padStart(2, '0');

/** A moment as the field for it wants it, in the time of the browser. */
function local(moment) {
  const date = new Date(moment);
  return (
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
    `T${two(date.getHours())}:${two(date.getMinutes())}`
  );
}

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

async function ask(task, options) {
  const answer = await fetch(address(task), {
    credentials: 'same-origin',
    ...options,
    headers: { Accept: 'application/json', ...(options && options.headers) }
  });
  const text = await answer.text();
  const said = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Error(said.message || '');
  }
  return said;
}

const momentOf = (said) => (said.followUp ? Date.parse(said.followUp) : null);

/** The engine is told the whole task; of it only this date may differ from what it is. */
async function save(task, moment) {
  const now = await ask(task);
  const followUp = moment === null ? null : new Date(moment).toISOString().replace('Z', '+0000');
  await ask(task, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    body: JSON.stringify({ ...now, followUp })
  });
  known = { task, date: moment };
}

function element(name, text, classes) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = classes || '';
  return made;
}

function button(text, classes, onClick) {
  const made = element('button', text, classes);
  made.type = 'button';
  made.addEventListener('click', onClick);
  return made;
}

/** Asks for the moment, tomorrow at nine unless there is one, and says what is wrong with it. */
function openDialog(task, say, done) {
  const dialog = element('dialog', '', 'follow-up-dialog');
  const title = element('h2', say('Lembrete da tarefa', 'Task reminder'));
  title.id = 'follow-up-title';
  const label = element('label', say('Voltar a esta tarefa em', 'Come back to this task on'));
  label.htmlFor = 'follow-up-moment';
  const field = element('input', '');
  field.id = 'follow-up-moment';
  field.type = 'datetime-local';
  field.required = true;
  const tomorrow = new Date(Date.now() + DAY).setHours(9, 0, 0, 0);
  field.value = local(known.date === null ? tomorrow : known.date);
  const wrong = element('p', '', 'wrong');
  wrong.id = 'follow-up-wrong';
  set(wrong, 'role', 'alert');
  const form = element('form', '');
  set(form, 'novalidate', '');

  function complain(text) {
    wrong.textContent = text;
    set(field, 'aria-invalid', 'true');
    set(field, 'aria-describedby', wrong.id);
    field.focus();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const moment = Date.parse(field.value);
    if (Number.isNaN(moment)) {
      complain(say('Informe o dia e a hora.', 'Give the day and the time.'));
      return;
    }
    save(task, moment).then(
      () => dialog.close(),
      (failure) => complain(failure.message || say('Não foi possível gravar.', 'It could not be saved.'))
    );
  });
  const choices = element('div', '', 'choices');
  const submit = element('button', say('Gravar lembrete', 'Save reminder'), 'btn btn-primary');
  submit.type = 'submit';
  choices.append(submit, button(say('Desistir', 'Cancel'), 'btn btn-link', () => dialog.close()));
  form.append(label, field, wrong, choices);
  dialog.append(title, form);
  set(dialog, 'aria-labelledby', title.id);
  dialog.addEventListener('close', () => {
    dialog.remove();
    done();
  });
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
}

/** Draws the date and what may be done with it; keeps the focus on the button that was pressed. */
function draw(place, task, say) {
  const may = mayForOthers || document.querySelector('.meta .unclaim') !== null;
  const state = `${task} ${known.date} ${may}`;
  let item = place.querySelector('.follow-up');
  if (item && item.dataset.state === state) {
    return;
  }
  if (!item) {
    item = element('li', '', 'follow-up');
    place.append(item);
  }
  item.dataset.state = state;
  item.replaceChildren();
  const again = () => {
    draw(place, task, say);
    const first = item.querySelector('button');
    if (first) {
      first.focus();
    }
  };
  if (known.date !== null) {
    const words = new Date(known.date).toLocaleString(say('pt-BR', 'en'), {
      dateStyle: 'short',
      timeStyle: 'short'
    });
    const date = element('span', words, 'follow-up-date-words');
    set(date, 'data-label', say('Lembrete', 'Reminder'));
    item.append(date);
  }
  if (may) {
    const words =
      known.date === null
        ? say('Definir lembrete', 'Set a reminder')
        : say('Mudar lembrete', 'Change the reminder');
    item.append(button(words, 'btn-link set-follow-up', () => openDialog(task, say, again)));
  }
  if (may && known.date !== null) {
    const remove = say('Retirar lembrete', 'Remove the reminder');
    const lookAgain = () => {
      known = { task: null, date: null };
      offerFollowUp(task, say);
    };
    item.append(
      button(remove, 'btn-link remove-follow-up', () => save(task, null).then(again, lookAgain))
    );
  }
}

/** Beside the task's facts; asks once per task that is opened. */
export function offerFollowUp(task, say) {
  const place = document.querySelector('[cam-tasklist-task-meta] .meta.times');
  if (!place || !task) {
    return;
  }
  if (known.task === task) {
    draw(place, task, say);
    return;
  }
  known = { task, date: null };
  ask(task).then(
    (said) => {
      if (known.task === task) {
        known.date = momentOf(said);
        offerFollowUp(task, say);
      }
    },
    () => {}
  );
}
