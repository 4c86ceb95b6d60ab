package br.gov.sp.prefeitura.redeinfo.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes notices into the outbox, in the caller's transaction. The same rows are the mails to be
 * sent and the person's recent notices inside the application.
 *
 * <h2>Texts of a template</h2>
 *
 * They are messages in the bundle of the module that sends the notice:
 *
 * <pre>
 * notice.nomination-returned.subject = A indicação de {bodyAcronym} foi devolvida
 * notice.nomination-returned.text = {returnedBy} devolveu a indicação de {bodyName}.\n\nMotivo: {reason}
 * notice.nomination-returned.action = Rever a indicação
 * notice.nomination-returned.reason = Você recebe esta mensagem porque responde pelo gabinete de {bodyAcronym}.
 * </pre>
 *
 * <ul>
 *   <li>{@code {name}} stands for the parameter of that name (letters and digits). They are no
 *       {@link java.text.MessageFormat} patterns: an apostrophe is an apostrophe.
 *   <li>An empty line ({@code \n\n}) separates paragraphs, {@code \n} breaks a line. Plain text:
 *       whatever looks like mark-up is shown as it is.
 *   <li>{@code action} (what the link says) and {@code reason} (why one gets it, in the footer) are
 *       optional.
 *   <li>{@link #send} refuses a template without texts or with a placeholder without a parameter,
 *       so that the mistake is found where it is made.
 * </ul>
 */
public interface Notices {

  /**
   * Writes one row per recipient. Safe to repeat: the same event key and recipient give one row.
   * Needs the caller's transaction: a step that is rolled back leaves no notice. Mail servers play
   * no part in it. What a replay of the past tells ({@code MovableClock.isReplaying()}) is shown in
   * the application and never mailed.
   *
   * @return how many rows are new
   * @throws IllegalArgumentException if the template has no texts, a parameter is missing or nobody
   *     knows an attachment
   * @throws org.springframework.transaction.IllegalTransactionStateException without a transaction
   */
  int send(Notice notice);

  /**
   * The person's latest notices, newest first, in the language of the request. Links to choose a
   * password are not among them.
   */
  List<RecentNotice> recent(long personId, int limit);

  /**
   * @param eventKey identifies the event, e.g. {@code task:<id>:reminder}; with the recipient it is
   *     unique
   * @param template name of the template, e.g. {@code nomination-returned}
   * @param parameters values for the template, by name; plain text, escaped where shown
   * @param path page to open, relative to the application's address ({@code /tasks/…}), or {@code
   *     null}
   * @param personIds recipients
   * @param groupIds everybody who belongs to one of these groups now is a recipient as well
   * @param attachments keys of what the mail brings along, made when it goes out ({@link
   *     NoticeAttachments})
   */
  record Notice(
      String eventKey,
      String template,
      Map<String, String> parameters,
      String path,
      Collection<Long> personIds,
      Collection<String> groupIds,
      Collection<String> attachments) {

    public Notice {
      parameters = Map.copyOf(parameters);
      personIds = List.copyOf(personIds);
      groupIds = List.copyOf(groupIds);
      attachments = List.copyOf(attachments);
      if (path != null && (!path.startsWith("/") || path.startsWith("//"))) {
        throw new IllegalArgumentException("a notice links to a page of the application only");
      }
    }

    public Notice(
        String eventKey,
        String template,
        Map<String, String> parameters,
        String path,
        Collection<Long> personIds,
        Collection<String> groupIds) {
      this(eventKey, template, parameters, path, personIds, groupIds, List.of());
    }

    public static Notice toPersons(
        String eventKey,
        String template,
        Map<String, String> parameters,
        String path,
        Collection<Long> personIds) {
      return new Notice(eventKey, template, parameters, path, personIds, List.of());
    }

    public static Notice toGroups(
        String eventKey,
        String template,
        Map<String, String> parameters,
        String path,
        Collection<String> groupIds) {
      return new Notice(eventKey, template, parameters, path, List.of(), groupIds);
    }

    /** The same with attachments to the mail. */
    public Notice with(Collection<String> keys) {
      return new Notice(eventKey, template, parameters, path, personIds, groupIds, keys);
    }
  }

  record RecentNotice(String subject, String text, String path, Instant createdAt) {}
}
