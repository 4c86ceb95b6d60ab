package br.gov.sp.prefeitura.redeinfo.nomination.web;

import br.gov.sp.prefeitura.redeinfo.network.BodyKind;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import br.gov.sp.prefeitura.redeinfo.nomination.NominationRounds.NewRound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the coordination types to open a round. */
class RoundForm {

  /** How the bodies are chosen. */
  enum Scope {
    ALL,
    BY_KIND,
    CHOSEN
  }

  private String name;
  private Set<Track> tracks = EnumSet.noneOf(Track.class);

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate deadline;

  private String note;
  private Scope scope = Scope.ALL;
  private Set<BodyKind> kinds = EnumSet.noneOf(BodyKind.class);
  private List<Long> bodyIds = new ArrayList<>();

  /** What was typed, as a round among these bodies. */
  NewRound round(List<Long> chosen) {
    return new NewRound(
        name, tracks, chosen, deadline, note == null || note.isBlank() ? null : note);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Set<Track> getTracks() {
    return tracks;
  }

  public void setTracks(Set<Track> tracks) {
    this.tracks = typed(tracks).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public LocalDate getDeadline() {
    return deadline;
  }

  public void setDeadline(LocalDate deadline) {
    this.deadline = deadline;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public Scope getScope() {
    return scope;
  }

  public void setScope(Scope scope) {
    this.scope = scope;
  }

  public Set<BodyKind> getKinds() {
    return kinds;
  }

  public void setKinds(Set<BodyKind> kinds) {
    this.kinds = typed(kinds).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public List<Long> getBodyIds() {
    return bodyIds;
  }

  public void setBodyIds(List<Long> bodyIds) {
    this.bodyIds = typed(bodyIds).toList();
  }

  /** A box with an empty value names nothing. */
  private static <T> Stream<T> typed(Collection<T> values) {
    return values == null ? Stream.empty() : values.stream().filter(Objects::nonNull);
  }
}
