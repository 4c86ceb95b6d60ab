package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import static org.assertj.core.api.Assertions.assertThat;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.support.Calendars;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A calendar file")
class CalendarWriterTest {

  private static final String BASE = "https://rede.example";

  private final CalendarWriter writer =
      new CalendarWriter(BASE + "/", "Rede INFO Aberta <nao-responda@rede.example>");

  @Test
  @DisplayName("says when, what, where and which version, in UTC, as ical4j reads it")
  void saysTheEntry() {
    byte[] file = writer.file(entry("Encontro 1", "Sala 2", null, false));

    VEvent event = Calendars.single(file);
    assertThat(Calendars.value(event, Property.UID)).isEqualTo("training-session-12@rede.example");
    assertThat(Calendars.value(event, Property.SEQUENCE)).isEqualTo("3");
    assertThat(Calendars.value(event, Property.SUMMARY)).isEqualTo("Encontro 1");
    assertThat(Calendars.value(event, Property.LOCATION)).isEqualTo("Sala 2");
    assertThat(Calendars.value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(Calendars.value(event, Property.URL)).isEqualTo(BASE + "/trainings/3");
    assertThat(text(file))
        .contains("METHOD:PUBLISH\r\n")
        .contains("DTSTART:20261203T120000Z\r\n")
        .contains("DTEND:20261203T160000Z\r\n")
        .contains("ORGANIZER;CN=Rede INFO Aberta:mailto:nao-responda@rede.example\r\n");
  }

  @Test
  @DisplayName("of a cancelled date takes it out of the calendar")
  void cancels() {
    byte[] file = writer.file(entry("Encontro 1", null, null, true));

    assertThat(Calendars.value(Calendars.single(file), Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(text(file)).contains("METHOD:CANCEL\r\n");
  }

  @Test
  @DisplayName("of a date that is online alone says the link as place and in the text")
  void online() {
    VEvent event =
        Calendars.single(writer.file(entry("Encontro", null, "https://sala.example/1", false)));

    assertThat(Calendars.value(event, Property.LOCATION)).isEqualTo("https://sala.example/1");
    assertThat(Calendars.value(event, Property.DESCRIPTION)).contains("https://sala.example/1");
  }

  @ParameterizedTest
  @DisplayName("takes no line from a title or place, whoever typed it")
  @ValueSource(
      strings = {
        "a\r\nATTENDEE:mailto:x@example.org",
        "a\nEND:VEVENT\nBEGIN:VEVENT",
        "a\rX-EVIL:1",
        "a\u2028X-EVIL:1",
        "a\u0085X-EVIL:1",
        "a\u000bX-EVIL:1",
        "a\\nX-EVIL:1",
        "a;b,c\\d\"e:f",
        "a\u0000\u0007\u202Eb",
        "=1+1 <b>&amp;</b>",
      })
  void hostileTexts(String text) {
    byte[] file = writer.file(entry(text, text, null, false));

    VEvent event = Calendars.single(file);
    assertThat(event.getProperties()).hasSize(12);
    assertThat(Calendars.value(event, Property.SUMMARY))
        .startsWith(text.substring(0, 1))
        .doesNotContain("\n", "\r", "\u202E");
    assertThat(text(file).lines().map(line -> line.strip().split("[:;]")[0]))
        .doesNotContain("X-EVIL", "ATTENDEE");
    assertThat(text(file)).containsOnlyOnce("\r\nBEGIN:VEVENT\r\n");
  }

  @Test
  @DisplayName("has no line of more than 75 bytes, and every line ends as the standard says")
  void foldsLines() {
    byte[] file =
        writer.file(
            entry(
                "Formação à distância \uD83D\uDE00 ".repeat(20), "Ação ".repeat(50), null, false));

    for (String line : text(file).split("\r\n")) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
      assertThat(line).doesNotContain("\n", "\r");
    }
    assertThat(Calendars.value(Calendars.single(file), Property.SUMMARY))
        .isEqualTo("Formação à distância \uD83D\uDE00 ".repeat(20).strip());
  }

  @Test
  @DisplayName("that programs read again and again has a name and all entries, cancelled ones too")
  void feed() {
    Calendar calendar =
        Calendars.read(
            writer.feed(
                "Rede", List.of(entry("Um", null, null, false), entry("Dois", null, null, true))));

    assertThat(calendar.getComponents(Component.VEVENT)).hasSize(2);
    assertThat(calendar.getProperty("X-WR-CALNAME").orElseThrow().getValue()).isEqualTo("Rede");
    assertThat(calendar.getProperty("REFRESH-INTERVAL").orElseThrow().getValue()).isEqualTo("PT4H");
    assertThat(Calendars.read(writer.feed("Rede", List.of())).getComponents(Component.VEVENT))
        .isEmpty();
  }

  private static CalendarEntry entry(String title, String place, String link, boolean cancelled) {
    return new CalendarEntry(
        "training-session-12",
        3,
        Instant.parse("2026-11-20T10:00:00Z"),
        title,
        "Formação em Acesso à Informação",
        Instant.parse("2026-12-03T12:00:00Z"),
        Instant.parse("2026-12-03T16:00:00Z"),
        place,
        link,
        "/trainings/3",
        cancelled);
  }

  private static String text(byte[] file) {
    return new String(file, StandardCharsets.UTF_8);
  }
}
