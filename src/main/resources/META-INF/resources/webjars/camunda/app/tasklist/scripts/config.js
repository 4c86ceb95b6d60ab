// Tasklist's settings. The page's language comes from the server (see WebappPagesFilter).
const english = document.documentElement.lang === 'en';

// RequireJS gives up after seven seconds and leaves the page blank; a slow line only takes longer.
// The start page cannot say so: what it sets is not read.
window.require.config({ waitSeconds: 0 });

export default {
  app: {
    vendor: 'Rede INFO Aberta',
    name: english ? '· Tasks' : '· Tarefas'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'DD/MM/YYYY HH:mm',
    normal: 'DD/MM/YYYY HH:mm',
    long: 'DD/MM/YYYY HH:mm',
    short: 'DD/MM/YYYY'
  },
  locales: {
    availableLocales: ['pt-BR', 'en'],
    fallbackLocale: english ? 'en' : 'pt-BR'
  },
  customScripts: ['scripts/rede-info'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  shortcuts: {
    focusFilter: {
      key: 'ctrl+shift+f',
      description: english ? 'go to the filters' : 'ir para os filtros'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: english ? 'go to the list of tasks' : 'ir para a lista de tarefas'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: english ? 'go to the form' : 'ir para o formulário'
    },
    claimTask: {
      key: 'ctrl+alt+c',
      description: english ? 'take the task on' : 'assumir a tarefa'
    }
  }
};
