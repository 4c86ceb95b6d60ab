package br.gov.sp.prefeitura.redeinfo.audit.domain;

import br.gov.sp.prefeitura.redeinfo.audit.AuditAction;
import br.gov.sp.prefeitura.redeinfo.audit.AuditEntry;
import br.gov.sp.prefeitura.redeinfo.audit.AuditLog;
import br.gov.sp.prefeitura.redeinfo.audit.AuditNames;
import br.gov.sp.prefeitura.redeinfo.audit.AuditNames.NamedBody;
import br.gov.sp.prefeitura.redeinfo.audit.AuditNames.Names;
import br.gov.sp.prefeitura.redeinfo.audit.AuditVocabulary;
import br.gov.sp.prefeitura.redeinfo.audit.InPlaceOf;
import br.gov.sp.prefeitura.redeinfo.shared.paging.Position;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log for those who read it: the entries and whom their ids mean now. */
@Service
public class AuditArchive {

  private static final int PAGE = 50;
  private static final int BATCH = 1000;

  private final AuditQueries queries;
  private final AuditLog audit;
  private final AuditNames names;
  private final Set<String> actions;
  private final Set<String> subjectTypes;

  AuditArchive(
      AuditQueries queries,
      AuditLog audit,
      AuditNames names,
      ObjectProvider<AuditVocabulary> vocabularies) {
    this.queries = queries;
    this.audit = audit;
    this.names = names;
    List<AuditAction> all =
        vocabularies.stream()
            .flatMap(vocabulary -> vocabulary.actions().stream())
            .collect(Collectors.toList());
    this.actions = new TreeSet<>(all.stream().map(AuditAction::code).toList());
    this.subjectTypes = new TreeSet<>(all.stream().map(AuditAction::subjectType).toList());
  }

  /** Codes of all actions of all modules. */
  public Set<String> actions() {
    return actions;
  }

  /** Codes of all types of subjects. */
  public Set<String> subjectTypes() {
    return subjectTypes;
  }

  public List<NamedBody> bodies() {
    return names.bodies();
  }

  /** The person with this user name or e-mail. */
  public Optional<Long> findPerson(String login) {
    return names.findPerson(login);
  }

  /** One page of entries, newest first, in two statements. */
  @Transactional(readOnly = true)
  public Page page(AuditFilter filter, Position before) {
    List<AuditRow> found = queries.find(filter, before, PAGE + 1);
    boolean last = found.size() <= PAGE;
    return named(last ? found : found.subList(0, PAGE), last);
  }

  /** Puts on record that the log is taken away. */
  @Transactional
  public void recordExport(AuditFilter filter) {
    audit.record(
        AuditEntry.of(ArchiveAction.EXPORTED, "log")
            .about(filter.personId())
            .in(filter.bodyId())
            .with("action", filter.action())
            .with("subjectType", filter.subjectType())
            .with("subject", filter.subjectId()));
  }

  /** Hands all entries over in batches, newest first; no transaction is open meanwhile. */
  public void forEachBatch(AuditFilter filter, Consumer<Page> batch) {
    Position before = Position.NEWEST;
    while (before != null) {
      List<AuditRow> found = queries.find(filter, before, BATCH);
      Page page = named(found, found.size() < BATCH);
      batch.accept(page);
      before = page.next();
    }
  }

  private Page named(List<AuditRow> rows, boolean last) {
    Set<Long> persons = new HashSet<>();
    Set<Long> bodies = new HashSet<>();
    for (AuditRow row : rows) {
      persons.add(row.actorId());
      persons.add(row.personId());
      bodies.add(row.bodyId());
      InPlaceOf whom = row.inPlaceOf();
      if (whom != null) {
        (whom.kind() == InPlaceOf.Kind.PERSON ? persons : bodies).add(whom.id());
      }
    }
    persons.removeIf(Objects::isNull);
    bodies.removeIf(Objects::isNull);
    AuditRow lowest = rows.isEmpty() ? null : rows.get(rows.size() - 1);
    return new Page(
        rows,
        names.names(persons, bodies),
        last ? null : new Position(lowest.recordedAt(), lowest.id()));
  }

  /**
   * @param next where the following page starts, or {@code null}
   */
  public record Page(List<AuditRow> rows, Names names, Position next) {}
}
