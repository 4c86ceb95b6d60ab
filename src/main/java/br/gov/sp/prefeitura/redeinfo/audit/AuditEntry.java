package br.gov.sp.prefeitura.redeinfo.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a caller of {@link AuditLog} knows. Who asks, from where and when is found by the log. Ids
 * and codes only: no name, no address of a person, nothing anybody typed.
 *
 * <pre>{@code
 * audit.record(
 *     AuditEntry.of(NetworkAction.APPOINTMENT_STARTED, appointment.id())
 *         .about(appointment.personId())
 *         .in(appointment.bodyId())
 *         .with("function", appointment.function()));
 * }</pre>
 */
public final class AuditEntry {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,80}");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9*][A-Za-z0-9._:/-]{0,79}");
  private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z]{0,39}");

  private final AuditAction action;
  private final String subjectId;
  private final Actor actor;
  private final Long personId;
  private final Long bodyId;
  private final InPlaceOf inPlaceOf;
  private final Map<String, Object> details;

  private AuditEntry(
      AuditAction action,
      String subjectId,
      Actor actor,
      Long personId,
      Long bodyId,
      InPlaceOf inPlaceOf,
      Map<String, Object> details) {
    this.action = action;
    this.subjectId = subjectId;
    this.actor = actor;
    this.personId = personId;
    this.bodyId = bodyId;
    this.inPlaceOf = inPlaceOf;
    this.details = Collections.unmodifiableMap(details);
  }

  /** An action on one of our rows. */
  public static AuditEntry of(AuditAction action, long subjectId) {
    return of(action, Long.toString(subjectId));
  }

  /**
   * An action on something with an id of another kind, e.g. the engine's.
   *
   * @throws IllegalArgumentException if it is no id
   */
  public static AuditEntry of(AuditAction action, String subjectId) {
    if (!isId(subjectId)) {
      throw new IllegalArgumentException("not an id: the subject of " + action.code());
    }
    return new AuditEntry(action, subjectId, Actor.UNSAID, null, null, null, Map.of());
  }

  /** Whether the text can be the id of a subject. */
  public static boolean isId(String text) {
    return text != null && ID.matcher(text).matches();
  }

  /**
   * The person who did it, where the caller knows better than the request: for steps that are told
   * again, and for the moment of signing in.
   */
  public AuditEntry by(long actorId) {
    Actor said = new Actor(actorId, null);
    return new AuditEntry(action, subjectId, said, personId, bodyId, inPlaceOf, details);
  }

  /** Likewise, for callers that know the user name alone. */
  public AuditEntry by(String username) {
    Actor said = new Actor(null, username);
    return new AuditEntry(action, subjectId, said, personId, bodyId, inPlaceOf, details);
  }

  /** The person it concerns, if there is one; {@code null} changes nothing. */
  public AuditEntry about(Long personId) {
    return personId == null
        ? this
        : new AuditEntry(action, subjectId, actor, personId, bodyId, inPlaceOf, details);
  }

  /** The body it concerns; {@code null} changes nothing. */
  public AuditEntry in(Long bodyId) {
    return bodyId == null
        ? this
        : new AuditEntry(action, subjectId, actor, personId, bodyId, inPlaceOf, details);
  }

  /** For whom somebody else acted; {@code null} changes nothing. */
  public AuditEntry inPlaceOf(InPlaceOf whom) {
    return whom == null
        ? this
        : new AuditEntry(action, subjectId, actor, personId, bodyId, whom, details);
  }

  /**
   * Adds a detail; {@code null} changes nothing.
   *
   * @param value a number, truth value, day, enum constant, code without spaces, or a collection of
   *     those
   * @throws IllegalArgumentException for anything else: free text does not belong here
   */
  public AuditEntry with(String key, Object value) {
    if (value == null) {
      return this;
    }
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not a key for a detail of " + action.code());
    }
    Map<String, Object> more = new TreeMap<>(details);
    more.put(key, plain(key, value));
    return new AuditEntry(action, subjectId, actor, personId, bodyId, inPlaceOf, more);
  }

  private static Object plain(String key, Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
    if (value instanceof LocalDate day) {
      return day.toString();
    }
    if (value instanceof Collection<?> values) {
      List<Object> list = values.stream().map(one -> plain(key, one)).toList();
      return list;
    }
    if (value instanceof String code && CODE.matcher(code).matches()) {
      return code;
    }
    throw new IllegalArgumentException("not a code: the detail " + key);
  }

  public AuditAction action() {
    return action;
  }

  public String subjectId() {
    return subjectId;
  }

  /** Who did it, as far as the caller said. */
  public Actor actor() {
    return actor;
  }

  /** {@code null} if it concerns nobody in particular. */
  public Long personId() {
    return personId;
  }

  /** {@code null} if it concerns no body in particular. */
  public Long bodyId() {
    return bodyId;
  }

  /** {@code null} if nobody acted for anybody. */
  public InPlaceOf inPlaceOf() {
    return inPlaceOf;
  }

  /** Sorted by key; strings, numbers, truth values and lists of those. */
  public Map<String, Object> details() {
    return details;
  }

  /**
   * Who did it: the person with the id or with the user name; neither if the caller did not say.
   */
  public record Actor(Long id, String username) {

    static final Actor UNSAID = new Actor(null, null);
  }

  /** The code and the subject's id. */
  @Override
  public String toString() {
    return action.code() + " " + subjectId;
  }
}
