package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whom an office indicates for a seat. */
record Nominee(Track track, Seat seat, PersonDetails details, String why) {

  private static final List<String> REASONS =
      List.of(
          "Atende aos pedidos de acesso à informação do órgão e conhece as áreas técnicas.",
          "Participa das reuniões de transparência desde o início e tem perfil participativo.",
          "Cuida da base de dados do órgão e quer abrir parte dela.",
          "Coordena o conselho participativo e faz a ponte com o território.",
          "Já atuou na ouvidoria e conhece os prazos da lei de acesso à informação.",
          "Propôs um projeto de dados abertos e tem apoio da equipe.");

  static Nominee of(Track track, Seat seat, PersonDetails details) {
    int choice = Math.floorMod(details.email().hashCode(), REASONS.size());
    return new Nominee(track, seat, details, REASONS.get(choice));
  }

  /** The inputs of the form {@code indicate-servants} for all these nominees. */
  static Map<String, Object> form(List<Nominee> nominees) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Nominee nominee : nominees) {
      String place = nominee.place();
      String prefix = Character.toLowerCase(place.charAt(0)) + place.substring(1);
      values.put(prefix + "Name", nominee.details.name());
      values.put(prefix + "Identifier", nominee.details.identifier());
      values.put(prefix + "Email", nominee.details.email());
      values.put(prefix + "Bond", nominee.details.bond().name());
      values.put(prefix + "Unit", nominee.details.unit());
      values.put(prefix + "Why", nominee.why);
    }
    return values;
  }

  /** The seat as the forms' keys call it, e.g. {@code AccessTitular}. */
  String place() {
    return (track == Track.ACCESS_TO_INFORMATION ? "Access" : "Open")
        + (seat == Seat.TITULAR ? "Titular" : "Suplente");
  }
}
