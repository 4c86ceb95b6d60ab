package br.gov.sp.prefeitura.redeinfo.intake.domain;

import br.gov.sp.prefeitura.redeinfo.network.Appointment;
import br.gov.sp.prefeitura.redeinfo.network.Appointment.EndReason;
import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Person;
import br.gov.sp.prefeitura.redeinfo.network.Persons.BodyIdentifier;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line of a list of appointments, with what its cells mean. */
final class ListedAppointment {

  final LineDraft line;
  final String email;
  final Body body;
  final Function function;
  final Track track;
  final Seat seat;
  final LocalDate from;
  final LocalDate to;
  final EndReason reason;

  /** Found for all lines together; {@code null} if nobody is. */
  Person person;

  private ListedAppointment(LineDraft line, KnownBodies known, Words words) {
    this.line = line;
    String address = line.text(Column.EMAIL);
    email = address == null ? null : address.toLowerCase(Locale.ROOT);
    body = known.of(line, Column.BODY);
    function = line.word(Column.FUNCTION, words.functions);
    track = line.word(Column.TRACK, words.tracks);
    seat = line.word(Column.SEAT, words.seats);
    from = line.day(Column.FROM);
    to = line.day(Column.TO);
    reason = line.word(Column.END_REASON, words.reasons);
  }

  static List<ListedAppointment> all(UploadedList list, KnownBodies known, Vocabulary vocabulary) {
    Words words = new Words(vocabulary);
    return list.lines().stream()
        .map(line -> new ListedAppointment(new LineDraft(list, line), known, words))
        .toList();
  }

  /** {@code null} unless the line names the person by number. */
  BodyIdentifier identifier() {
    String identifier = line.text(Column.IDENTIFIER);
    return body == null || identifier == null ? null : new BodyIdentifier(body.id(), identifier);
  }

  /** Whether an appointment that stands is to end; else one is to be there. */
  boolean ends() {
    return line.text(Column.END_REASON) != null;
  }

  String act() {
    return line.text(Column.ACT);
  }

  /** A body beside a function of the whole network only says where the number is from. */
  Body bodyOfFunction() {
    return function != null && !function.isOfBody() && identifier() != null ? null : body;
  }

  NewAppointment planned() {
    Body where = bodyOfFunction();
    return new NewAppointment(
        person.id(), where == null ? null : where.id(), function, track, seat, from, to, act());
  }

  /** Whether a known appointment of the person is meant; what the line leaves open may be any. */
  boolean means(Appointment known) {
    Body where = bodyOfFunction();
    Long bodyId = where == null ? null : Long.valueOf(where.id());
    return known.function() == function
        && java.util.Objects.equals(known.bodyId(), bodyId)
        && (track == null || track == known.track())
        && (seat == null || seat == known.seat())
        && (from == null || from.equals(known.from()));
  }

  /** What no second line may say; {@code null} while something is missing. */
  List<Object> key() {
    Body where = bodyOfFunction();
    return person == null || function == null
        ? null
        : Arrays.asList(
            person.id(), where == null ? null : where.id(), function, track, seat, from, ends());
  }

  private static final class Words {

    private final Map<String, Function> functions;
    private final Map<String, Track> tracks;
    private final Map<String, Seat> seats;
    private final Map<String, EndReason> reasons;

    Words(Vocabulary vocabulary) {
      functions = vocabulary.words(Function.class, Column.FUNCTION.wordPrefix());
      tracks = vocabulary.words(Track.class, Column.TRACK.wordPrefix());
      seats = vocabulary.words(Seat.class, Column.SEAT.wordPrefix());
      reasons = vocabulary.words(EndReason.class, Column.END_REASON.wordPrefix());
    }
  }
}
