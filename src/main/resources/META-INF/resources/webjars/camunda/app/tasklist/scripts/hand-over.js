// Tasklist would have the coordination type a user name, which nobody knows: a link leads to our page,
// where people are chosen by name. Who may is the server's word, in the page's data-hands-over.
import { set } from './elements.js';

const mayHandOver = document.documentElement.getAttribute('data-hands-over') === 'true';

/** Beside the assignee of a task that is offered to a group; nothing for one person's own. */
export function offerHandOver(home, task, say) {
  const place = mayHandOver && document.querySelector('[cam-tasklist-task-meta] .meta li.assignee');
  if (!place || !task) {
    return;
  }
  const offered = document.querySelector('[cam-tasklist-task-meta] .meta .groups a:not([translate])');
  let link = place.querySelector('.hand-over');
  if (!offered) {
    if (link) {
      link.remove();
    }
    return;
  }
  if (!link) {
    link = document.createElement('a');
    link.className = 'hand-over';
    link.target = '_self';
    link.textContent = say('Passar a outra pessoa', 'Hand over to somebody else');
    place.append(link);
  }
  set(link, 'href', `${home}tasks/${task}/hand-over`);
}
