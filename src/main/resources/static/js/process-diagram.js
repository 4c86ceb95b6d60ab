// Draws the models of templates/workflow/diagram.html and marks where an instance stands. The same
// is said in words beside it, so nothing is lost where this does not run.
(() => {
  'use strict';
  const STEP = 1.25;
  // Enough of the surroundings to see where one comes from and where it leads.
  const AROUND = 220;

  const show = (viewer, ids) => {
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const boxes = ids.map((id) => registry.get(id)).filter((element) => element && element.width);
    if (boxes.length === 0) {
      canvas.zoom('fit-viewport', 'auto');
      return;
    }
    const left = Math.min(...boxes.map((box) => box.x)) - AROUND;
    const top = Math.min(...boxes.map((box) => box.y)) - AROUND;
    const right = Math.max(...boxes.map((box) => box.x + box.width)) + AROUND;
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + AROUND;
    canvas.viewbox({ x: left, y: top, width: right - left, height: bottom - top });
  };

  const draw = async (place) => {
    const ids = (place.dataset.current ?? '').split(' ').filter(Boolean);
    const failed = place.querySelector('.diagram__failed');
    try {
      const answer = await fetch(place.dataset.model, { credentials: 'same-origin' });
      if (!answer.ok) throw new Error(String(answer.status));
      const viewer = new window.BpmnJS({ container: place.querySelector('.diagram__canvas') });
      await viewer.importXML(await answer.text());
      const canvas = viewer.get('canvas');
      ids.filter((id) => viewer.get('elementRegistry').get(id))
        .forEach((id) => canvas.addMarker(id, 'diagram-current'));
      const picture = place.querySelector('.djs-container svg');
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', place.dataset.label);
      picture.setAttribute('aria-describedby', place.dataset.text);
      show(viewer, ids);
      const tools = place.querySelector('.diagram__tools');
      tools.querySelector('[data-diagram=here]').hidden = ids.length === 0;
      tools.hidden = false;
      tools.addEventListener('click', (event) => {
        const what = event.target.dataset.diagram;
        if (what === 'here') show(viewer, ids);
        if (what === 'all') canvas.zoom('fit-viewport', 'auto');
        if (what === 'in') canvas.zoom(canvas.zoom() * STEP);
        if (what === 'out') canvas.zoom(canvas.zoom() / STEP);
      });
      place.dataset.drawn = 'true';
    } catch (problem) {
      failed.textContent = place.dataset.failed;
      failed.hidden = false;
    }
  };

  document.querySelectorAll('.diagram').forEach(draw);
})();
