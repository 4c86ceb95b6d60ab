package br.gov.sp.prefeitura.redeinfo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/** Calendar files as programs read them; what ical4j finds wrong fails. */
public final class Calendars {

  private Calendars() {}

  public static Calendar read(byte[] file) {
    try {
      Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
      assertThat(calendar.validate(true).getEntries()).as("what ical4j finds wrong").isEmpty();
      return calendar;
    } catch (ParserException e) {
      throw new AssertionError("no calendar", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one date in the file. */
  public static VEvent single(byte[] file) {
    Calendar calendar = read(file);
    assertThat(calendar.getComponents()).hasSize(1);
    return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
  }

  public static String value(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }
}
