package br.gov.sp.prefeitura.redeinfo.network.web;

import br.gov.sp.prefeitura.redeinfo.network.Appointments.NewAppointment;
import br.gov.sp.prefeitura.redeinfo.network.Bond;
import br.gov.sp.prefeitura.redeinfo.network.Function;
import br.gov.sp.prefeitura.redeinfo.network.Persons.PersonDetails;
import br.gov.sp.prefeitura.redeinfo.network.Seat;
import br.gov.sp.prefeitura.redeinfo.network.Track;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What is typed to appoint somebody. {@code person} is the chosen person's id; without it the
 * person's data are those of a new one.
 */
class AppointmentForm {

  private Long person;
  private String name;
  private String email;
  private Bond bond;
  private Long worksIn;
  private String unit;
  private String identifier;
  private Function function;
  private Track track;
  private Seat seat;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate from;

  @DateTimeFormat(iso = ISO.DATE)
  private LocalDate to;

  private String act;

  /**
   * @param bodyId {@code null} for functions of the whole network
   */
  NewAppointment appointment(Long bodyId) {
    return new NewAppointment(
        person == null ? 0 : person, bodyId, function, track, seat, from, to, blankToNull(act));
  }

  PersonDetails details(long bodyId) {
    return new PersonDetails(name, email, bond, bodyId, unit, identifier);
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public Bond getBond() {
    return bond;
  }

  public void setBond(Bond bond) {
    this.bond = bond;
  }

  public Long getWorksIn() {
    return worksIn;
  }

  public void setWorksIn(Long worksIn) {
    this.worksIn = worksIn;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit;
  }

  public String getIdentifier() {
    return identifier;
  }

  public void setIdentifier(String identifier) {
    this.identifier = identifier;
  }

  public Function getFunction() {
    return function;
  }

  public void setFunction(Function function) {
    this.function = function;
  }

  public Track getTrack() {
    return track;
  }

  public void setTrack(Track track) {
    this.track = track;
  }

  public Seat getSeat() {
    return seat;
  }

  public void setSeat(Seat seat) {
    this.seat = seat;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }
}
