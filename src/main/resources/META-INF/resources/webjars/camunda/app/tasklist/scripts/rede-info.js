// What Tasklist lacks here: a way home, a way past the columns, a way back to the list on phones,
// Portuguese inside forms, and the application's own sign-in when a session ends. What it lacks for
// people who do not see it is in accessibility.js.
import { keepAccessible } from './accessibility.js';
import { offerFollowUp } from './follow-up.js';
import { translate } from './form-texts.js';
import { offerHandOver } from './hand-over.js';

const base = document.querySelector('base');
const home = base.getAttribute('home');
const english = document.documentElement.lang === 'en';
const say = (pt, en) => (english ? en : pt);

// --- the session ends, or the person signs out ---------------------------------------------
let lastTask = null;
let signingOut = false;

function taskInAddress() {
  const match = /[?&]task=([\w-]+)/.exec(window.location.hash);
  return match ? match[1] : null;
}

function onAddress() {
  if (window.location.hash.startsWith('#/login')) {
    // Tasklist's own sign-in is not there; /tasks/{id} comes back to the task after ours.
    const back = lastTask ? `${home}tasks/${lastTask}` : base.getAttribute('href');
    window.location.replace(signingOut ? `${home}login?signed-out` : back);
    return;
  }
  lastTask = taskInAddress();
  document.body.classList.toggle('has-task', lastTask !== null);
}

document.addEventListener(
  'click',
  (event) => {
    if (event.target.closest && event.target.closest('.account .logout a')) {
      signingOut = true;
    }
  },
  true
);
// What is due first comes first, unless the address says otherwise.
if (!/[?&]sorting=/.test(window.location.hash) && !window.location.hash.startsWith('#/login')) {
  const sorting = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
  const hash = window.location.hash === '' || window.location.hash === '#' ? '#/' : window.location.hash;
  window.history.replaceState(null, '', `${hash}${hash.includes('?') ? '&' : '?'}sorting=${sorting}`);
}

window.addEventListener('hashchange', onAddress);
// AngularJS writes the address without an event when it replaces it.
['pushState', 'replaceState'].forEach((name) => {
  const original = window.history[name];
  window.history[name] = function (...args) {
    const result = original.apply(this, args);
    onAddress();
    return result;
  };
});
onAddress();

// --- back to the list, on phones -------------------------------------------------------------
function offerWayBack() {
  const header = document.querySelector('.task-details > header');
  if (!header || header.querySelector('.back-to-list')) {
    return;
  }
  const back = document.createElement('button');
  back.type = 'button';
  back.className = 'btn btn-link back-to-list';
  back.textContent = say('‹ Lista de tarefas', '‹ List of tasks');
  back.addEventListener('click', () => {
    window.location.hash = window.location.hash
      .replace(/([?&])(task|detailsTab)=[^&]*/g, '$1')
      .replace(/[?&]+$/, '')
      .replace(/([?&])&+/g, '$1');
  });
  header.prepend(back);
}

// --- past the columns, by keyboard ------------------------------------------------------------
const skip = document.querySelector('.skip-link');
skip.textContent = say('Ir para o formulário ou a lista', 'Skip to the form or the list');
skip.addEventListener('click', () => {
  const goal =
    document.querySelector('.fjs-form input, .fjs-form textarea, .fjs-form select') ||
    document.querySelector('.task-card .nav-tabs a') ||
    document.querySelector('ol.tasks-list h4.task a') ||
    document.querySelector('.tasks-list input');
  if (goal) {
    goal.focus();
  }
});

// --- labels of the list that Tasklist asked for before its texts were there --------------------
let labels = {};

function mendLabels() {
  const list = document.querySelector('.tasks-list');
  if (!list) {
    return;
  }
  list.querySelectorAll('input[placeholder]').forEach((input) => {
    const label = labels[input.placeholder];
    if (label) {
      input.placeholder = label;
    }
  });
  list.querySelectorAll('.sort-by, .sort-by *, .dropdown-menu *').forEach((element) => {
    element.childNodes.forEach((node) => {
      const label = node.nodeType === Node.TEXT_NODE && labels[node.data.trim()];
      if (label) {
        node.data = label;
      }
    });
  });
}

fetch(new URL(`../locales/${english ? 'en' : 'pt-BR'}.json`, import.meta.url))
  .then((answer) => answer.json())
  .then((texts) => {
    labels = texts.labels;
    mendLabels();
  });

new MutationObserver((changes) => {
  changes.forEach((change) => {
    const node = change.target;
    if (!english) {
      if (change.type === 'characterData' || change.type === 'attributes') {
        translate(node);
      } else {
        change.addedNodes.forEach(translate);
      }
    }
  });
  mendLabels();
  offerWayBack();
  offerHandOver(home, lastTask, say);
  offerFollowUp(lastTask, say);
}).observe(document.body, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['placeholder', 'title', 'aria-label']
});

keepAccessible(say);

// --- the way home ------------------------------------------------------------------------------
export default {
  id: 'rede-info-home',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render: (node) => {
    const link = document.createElement('a');
    link.href = home;
    link.target = '_self';
    link.className = 'go-home';
    link.textContent = say('Início', 'Home');
    node.appendChild(link);
  }
};
