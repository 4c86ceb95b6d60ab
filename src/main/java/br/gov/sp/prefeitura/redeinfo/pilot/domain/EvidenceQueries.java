package br.gov.sp.prefeitura.redeinfo.pilot.domain;

import br.gov.sp.prefeitura.redeinfo.identity.CurrentPerson.SignedIn;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.Evidence.Purpose;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotAccess.Seen;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.shared.files.FileKind;
import br.gov.sp.prefeitura.redeinfo.shared.files.FileStore;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads evidence for those who may. */
@Service
public class EvidenceQueries {

  private final EvidenceRepository evidence;
  private final EvidenceRules rules;
  private final EvidenceProperties properties;
  private final PilotAccess access;
  private final Persons persons;
  private final FileStore files;

  EvidenceQueries(
      EvidenceRepository evidence,
      EvidenceRules rules,
      EvidenceProperties properties,
      PilotAccess access,
      Persons persons,
      FileStore files) {
    this.evidence = evidence;
    this.rules = rules;
    this.properties = properties;
    this.access = access;
    this.persons = persons;
    this.files = files;
  }

  /**
   * All evidence of a pilot that the person may know of, and what they may do with it.
   *
   * @throws Refusal (not found) if the pilot's inside is not for the person
   */
  @Transactional(readOnly = true)
  public EvidenceList list(long pilotId, SignedIn person) {
    return list(inside(pilotId, person), person, null);
  }

  /** The evidence of one progress report, likewise. */
  @Transactional(readOnly = true)
  public EvidenceList listOfReport(long pilotId, long reportId, SignedIn person) {
    return list(inside(pilotId, person), person, reportId);
  }

  private EvidenceList list(Seen seen, SignedIn person, Long reportId) {
    List<Evidence> items =
        evidence.of(seen.pilot().id(), seen.view().seesDrafts()).stream()
            .filter(item -> reportId == null || reportId.equals(item.reportId()))
            .toList();
    boolean keeps = EvidenceRules.keeps(seen, person);
    List<Purpose> open =
        (keeps ? rules.open(seen.pilot()) : List.<EvidencePlace>of())
            .stream()
                .filter(place -> reportId == null || reportId.equals(place.reportId()))
                .map(EvidencePlace::purpose)
                .toList();
    Set<Long> removable =
        items.stream()
            .filter(item -> keeps && rules.mayRemove(item, seen, person))
            .map(Evidence::id)
            .collect(Collectors.toUnmodifiableSet());
    Map<Long, Person> people =
        persons.byId(
            items.stream()
                .flatMap(item -> Stream.of(item.addedBy(), item.removedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return new EvidenceList(
        seen.pilot(), items, open, keeps, removable, people, Limits.of(properties));
  }

  /**
   * Evidence that the person is about to remove.
   *
   * @throws Refusal (not found) if there is none for the person, (forbidden) if they may not
   */
  @Transactional(readOnly = true)
  public Evidence removable(long pilotId, long id, SignedIn person) {
    EvidenceList list = list(pilotId, person);
    Evidence item =
        list.items().stream()
            .filter(other -> other.id() == id && !other.isRemoved())
            .findFirst()
            .orElseThrow(EvidenceQueries::none);
    if (!list.keeps()) {
      throw Refusal.forbidden("pilot.evidence.not-yours");
    }
    if (!list.removable().contains(id)) {
      throw Refusal.conflict("pilot.evidence.decided-on");
    }
    return item;
  }

  /** What anybody may read of a pilot: nothing unless it is published. */
  @Transactional(readOnly = true)
  public List<Evidence> published(long pilotId) {
    return evidence.published(pilotId);
  }

  /**
   * A file for somebody who is signed in.
   *
   * @throws Refusal (not found) if there is none for the person
   */
  @Transactional(readOnly = true)
  public Evidence file(long id, SignedIn person) {
    Evidence item = present(id);
    Seen seen = access.find(item.pilotId(), person).orElseThrow(EvidenceQueries::none);
    boolean may =
        seen.view().seesInside() && (seen.view().seesDrafts() || evidence.isSent(id))
            || isPublished(item);
    if (!may) {
      throw none();
    }
    return item;
  }

  /**
   * A file for anybody.
   *
   * @throws Refusal (not found) unless it is public, of this pilot, and the pilot published
   */
  @Transactional(readOnly = true)
  public Evidence publicFile(long pilotId, long id) {
    Evidence item = present(id);
    if (item.pilotId() != pilotId || !isPublished(item)) {
      throw none();
    }
    return item;
  }

  /**
   * The content of a file that was read above, for the caller to close.
   *
   * @throws Refusal (not found) if it was removed meanwhile
   */
  public InputStream open(Evidence file) {
    try {
      return files.open(file.fileKey());
    } catch (NoSuchElementException e) {
      throw none();
    }
  }

  private boolean isPublished(Evidence item) {
    return evidence.published(item.pilotId()).stream().anyMatch(other -> other.id() == item.id());
  }

  private Evidence present(long id) {
    return evidence
        .find(id)
        .filter(item -> item.fileKey() != null)
        .orElseThrow(EvidenceQueries::none);
  }

  private Seen inside(long pilotId, SignedIn person) {
    return access
        .find(pilotId, person)
        .filter(seen -> seen.view().seesInside())
        .orElseThrow(() -> Refusal.notFound("pilot.not-found"));
  }

  private static Refusal none() {
    return Refusal.notFound("pilot.evidence.not-found");
  }

  /**
   * Evidence as a person sees it.
   *
   * @param open what the person may add to now
   * @param keeps whether the person may open evidence to the public, or close it
   * @param removable ids of what the person may remove
   * @param people who added and removed, by id
   */
  public record EvidenceList(
      Pilot pilot,
      List<Evidence> items,
      List<Purpose> open,
      boolean keeps,
      Set<Long> removable,
      Map<Long, Person> people,
      Limits limits) {}

  /** What a form says before somebody chooses a file. */
  public record Limits(long fileBytes, long fileMegabytes, int files, int links, String accepted) {

    static Limits of(EvidenceProperties properties) {
      return new Limits(
          properties.maxFile().toBytes(),
          properties.maxFile().toMegabytes(),
          properties.maxFiles(),
          properties.maxLinks(),
          FileKind.accepted());
    }
  }
}
