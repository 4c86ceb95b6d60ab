/**
 * A small library that knows what a form of Camunda's form editor allows, and holds a submission to
 * it. It knows nothing of tasks, people, the engine or the web; {@code workflow.guard} and {@code
 * workflow.engine} put it where submissions arrive.
 *
 * <p>Tasklist checks a form in the browser, and the engine believes it: whoever sends the request
 * by hand stores what they like. So the server checks again, by the same file.
 *
 * <h2>The parts</h2>
 *
 * <ul>
 *   <li>The model: a {@link br.gov.sp.prefeitura.redeinfo.workflow.form.FormModel} has inputs; an
 *       input has a label, a {@code ValueRule} for its kind (text, number, checkbox, moment,
 *       choice) and the {@code Condition}s that hide it.
 *   <li>The parser: {@link br.gov.sp.prefeitura.redeinfo.workflow.form.FormParser} reads the file,
 *       and refuses whatever the server could not check as the browser does. This happens in the
 *       build and at every start, so that no such form is ever deployed. {@code FeelParser} reads
 *       conditions, {@code Conditions} looks at what they depend on.
 *   <li>The validator: {@link br.gov.sp.prefeitura.redeinfo.workflow.form.FormValidator} takes a
 *       form, what was submitted and its {@link
 *       br.gov.sp.prefeitura.redeinfo.workflow.form.Surroundings} (what the form showed, which day
 *       it is), and answers the accepted values or a refusal with every violation.
 * </ul>
 *
 * <h2>What is accepted</h2>
 *
 * <p>Values of inputs that are open and visible, each judged by its rule. Keys of read-only,
 * disabled, hidden and computed inputs are ignored, since Tasklist sends some of them; keys that
 * the form does not have are refused, since it never does. Empty values are left out. Values come
 * out in the shapes that {@link br.gov.sp.prefeitura.redeinfo.workflow.Submission} reads: texts,
 * {@code BigDecimal}, booleans, dates as ISO text, lists of options.
 *
 * <h2>What is promised</h2>
 *
 * <ul>
 *   <li>What form-js of this Tasklist lets through passes, but for blank texts, which count as
 *       empty, and characters that cannot be stored or that turn the direction of writing.
 *   <li>No value makes anything here throw but {@link
 *       br.gov.sp.prefeitura.redeinfo.shared.error.Refusal}, nor think for long: lengths are
 *       checked first, and patterns run in linear time.
 *   <li>Conditions decide as in the browser: one table of cases runs in both.
 * </ul>
 *
 * <p>{@code docs/forms.md} tells authors of forms what they may use, {@code
 * docs/decisions/form-guard.md} why.
 */
package br.gov.sp.prefeitura.redeinfo.workflow.form;
