// The built-in texts of form-js and its calendar, which exist in English only.
const TEXTS = {
  'Select': 'Selecione',
  'Search': 'Buscar',
  'No results': 'Nenhum resultado',
  'All values selected': 'Tudo já foi selecionado',
  'Field is required.': 'Preencha este campo.',
  'Field must be a valid email.': 'Informe um e-mail válido.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    'Informe um telefone com código do país (por exemplo, +551133334444).',
  'Date and time must both be entered.': 'Informe a data e a hora.',
  'Value is not a number.': 'Informe um número.',
  'Nothing to show.': 'Nada para mostrar.',
  'No content to show.': 'Nada para mostrar.',
  'Remove tag': 'Retirar',
  'Increment': 'Aumentar',
  'Decrement': 'Diminuir',
  'Previous page': 'Página anterior',
  'Next page': 'Próxima página',
  'Click to remove sorting': 'Retirar a ordenação',
  'Add new': 'Acrescentar',
  'Download': 'Baixar',
  'Time': 'Hora',
  'mm/dd/yyyy': 'dd/mm/aaaa',
  'dd/mm/yyyy': 'dd/mm/aaaa',
  'yyyy-mm-dd': 'aaaa-mm-dd',
  'hh:mm ?m': 'hh:mm',
  'January': 'janeiro',
  'February': 'fevereiro',
  'March': 'março',
  'April': 'abril',
  'May': 'maio',
  'June': 'junho',
  'July': 'julho',
  'August': 'agosto',
  'September': 'setembro',
  'October': 'outubro',
  'November': 'novembro',
  'December': 'dezembro',
  'Sun': 'dom',
  'Mon': 'seg',
  'Tue': 'ter',
  'Wed': 'qua',
  'Thu': 'qui',
  'Fri': 'sex',
  'Sat': 'sáb',
  'Month': 'Mês',
  'Year': 'Ano'
};

const PATTERNS = [
  [/^Field must match pattern .*$/, 'O formato não é o esperado.'],
  [/^Field must have minimum value of (.+)\.$/, 'O menor valor aceito é $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'O maior valor aceito é $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Escreva pelo menos $1 caracteres.'],
  [/^Field must have maximum length of (.+)\.$/, 'Escreva no máximo $1 caracteres.'],
  [/^Please select a valid value.*$/, 'Escolha um valor válido.'],
  [/^Click to sort by (.+) (ascending|descending)$/, 'Ordenar por $1'],
  [/^Expand all \((\d+)\)$/, 'Mostrar tudo ($1)'],
  [/^Collapse$/, 'Recolher'],
  [/^(\d+) of (\d+)$/, '$1 de $2']
];

const SCOPE = '.fjs-container, .flatpickr-calendar, .fjs-form';

const ENGLISH_DATE =
  /^(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (\d{4})$/;

function inPortuguese(text) {
  const trimmed = text.trim();
  if (trimmed === '') {
    return text;
  }
  if (Object.prototype.hasOwnProperty.call(TEXTS, trimmed)) {
    return text.replace(trimmed, TEXTS[trimmed]);
  }
  const date = ENGLISH_DATE.exec(trimmed);
  if (date) {
    return `${date[2]} de ${TEXTS[date[1]]} de ${date[3]}`;
  }
  for (const [pattern, replacement] of PATTERNS) {
    if (pattern.test(trimmed)) {
      return text.replace(trimmed, trimmed.replace(pattern, replacement));
    }
  }
  return text;
}

function translateText(node) {
  const translated = inPortuguese(node.data);
  if (translated !== node.data) {
    node.data = translated;
  }
}

function translateAttributes(element) {
  ['placeholder', 'title', 'aria-label'].forEach((name) => {
    const value = element.getAttribute(name);
    if (value) {
      const translated = inPortuguese(value);
      if (translated !== value) {
        element.setAttribute(name, translated);
      }
    }
  });
}

/** Puts a node of a form, and what it contains, into Portuguese. */
export function translate(node) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (!element) {
    return;
  }
  if (!element.closest(SCOPE)) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      node.querySelectorAll(SCOPE).forEach(translate);
    }
    return;
  }
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
    return;
  }
  translateAttributes(element);
  const walker = document.createTreeWalker(
    element,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT
  );
  while (walker.nextNode()) {
    if (walker.currentNode.nodeType === Node.TEXT_NODE) {
      translateText(walker.currentNode);
    } else {
      translateAttributes(walker.currentNode);
    }
  }
}
