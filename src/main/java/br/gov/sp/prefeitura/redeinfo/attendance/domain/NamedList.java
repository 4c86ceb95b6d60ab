package br.gov.sp.prefeitura.redeinfo.attendance.domain;

import br.gov.sp.prefeitura.redeinfo.attendance.AttendanceStatus;
import java.util.List;

/** A list of who was present, as it waits to be confirmed: the columns that are read, no others. */
record NamedList(List<Line> lines) {

  NamedList {
    lines = List.copyOf(lines);
  }

  /**
   * One line names a person by e-mail, else by number, else by name.
   *
   * @param number in the file
   * @param email empty if there is none; likewise the identifier and the name
   * @param status what the line says of them; {@code null} if its word means nothing to us
   */
  record Line(int number, String email, String identifier, String name, AttendanceStatus status) {

    String title() {
      return !name.isEmpty() ? name : !email.isEmpty() ? email : identifier;
    }
  }
}
