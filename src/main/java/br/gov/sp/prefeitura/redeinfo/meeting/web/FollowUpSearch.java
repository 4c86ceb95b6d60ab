package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUp.State;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.FollowUpFilter.Place;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of follow-ups is asked for.
 *
 * @param whose {@code null} for what is usual for the person
 * @param state {@code null} for those that are not at their end
 * @param after place where the page begins, or {@code null}
 */
public record FollowUpSearch(Whose whose, Show state, Boolean lateOnly, String after) {

  private static final Pattern PLACE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

  /** Whose follow-ups. */
  public enum Whose {
    MINE,
    BODY,
    ALL
  }

  /** In which states. */
  public enum Show {
    OPEN,
    DONE,
    DROPPED,
    EVERY
  }

  public List<Whose> choices(boolean readsAll) {
    return readsAll ? List.of(Whose.ALL, Whose.BODY, Whose.MINE) : List.of(Whose.BODY, Whose.MINE);
  }

  public Whose whoseOr(boolean readsAll) {
    return whose == null || whose == Whose.ALL && !readsAll
        ? readsAll ? Whose.ALL : Whose.BODY
        : whose;
  }

  public boolean late() {
    return Boolean.TRUE.equals(lateOnly);
  }

  public Set<State> states() {
    return switch (state == null ? Show.OPEN : state) {
      case OPEN -> EnumSet.of(State.OPEN, State.BLOCKED);
      case DONE -> EnumSet.of(State.DONE);
      case DROPPED -> EnumSet.of(State.DROPPED);
      case EVERY -> EnumSet.allOf(State.class);
    };
  }

  /**
   * @throws Refusal (invalid) for what is no place
   */
  public Place place() {
    if (after == null || after.isEmpty()) {
      return null;
    }
    Matcher parts = PLACE.matcher(after);
    try {
      if (parts.matches()) {
        return new Place(LocalDate.parse(parts.group(1)), Long.parseLong(parts.group(2)));
      }
    } catch (DateTimeException e) {
      throw Refusal.invalid("paging.position");
    }
    throw Refusal.invalid("paging.position");
  }

  public String address(String path, Place place) {
    return UriComponentsBuilder.fromPath(path)
        .queryParamIfPresent("whose", Optional.ofNullable(whose))
        .queryParamIfPresent("state", Optional.ofNullable(state))
        .queryParamIfPresent("lateOnly", Optional.ofNullable(lateOnly))
        .queryParamIfPresent(
            "after", Optional.ofNullable(place).map(at -> at.dueOn() + "_" + at.id()))
        .toUriString();
  }
}
