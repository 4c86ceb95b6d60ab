package br.gov.sp.prefeitura.redeinfo.nomination.domain;

import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One of the up to four seats of a body in the network. */
public record SeatKey(Track track, Seat seat) {

  /** All seats, in the order in which forms and pages show them. */
  public static final List<SeatKey> ALL =
      Stream.of(Track.values())
          .flatMap(track -> Stream.of(Seat.values()).map(seat -> new SeatKey(track, seat)))
          .toList();

  /** The seats of these tracks. */
  public static List<SeatKey> of(Collection<Track> tracks) {
    Set<Track> asked = Set.copyOf(tracks);
    return ALL.stream().filter(key -> asked.contains(key.track())).toList();
  }

  /** How the seat's inputs begin in the forms, e.g. {@code accessTitular}. */
  public String prefix() {
    return (track == Track.ACCESS_TO_INFORMATION ? "access" : "open")
        + (seat == Seat.TITULAR ? "Titular" : "Suplente");
  }

  /** Key of the seat's name in the bundle. */
  public String messageKey() {
    return "nomination.seat." + code();
  }

  /** How the seat is stored in lists of seats. */
  public String code() {
    return track + "." + seat;
  }

  /** The inverse of {@link #code()}. */
  public static SeatKey ofCode(String code) {
    int dot = code.indexOf('.');
    return new SeatKey(
        Track.valueOf(code.substring(0, dot)), Seat.valueOf(code.substring(dot + 1)));
  }
}
