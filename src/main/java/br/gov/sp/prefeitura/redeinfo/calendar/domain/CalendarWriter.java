package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarEntry;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes entries by ical4j, which escapes what has a meaning. */
@Component
class CalendarWriter implements CalendarFiles {

  private static final String PRODUCT = "-//Rede INFO Aberta//Agenda//PT";
  private static final Duration REFRESH = Duration.ofHours(4);

  private static final int LONGEST_LINE = 75;
  private static final int UNFOLDED = 1 << 16;
  private static final byte[] FOLD = "\r\n ".getBytes(StandardCharsets.US_ASCII);

  private static final Pattern LINE_END = Pattern.compile("\\R");

  /** Controls, halves of characters, and what turns the direction in which others are read. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}&&[^\n]]");

  private final String baseUrl;
  private final String host;
  private final URI sender;
  private final String senderName;

  CalendarWriter(
      @Value("${rede-info.base-url}") String baseUrl,
      @Value("${rede-info.notification.from:Rede INFO Aberta <nao-responda@rede-info.example>}")
          String from) {
    this.baseUrl = baseUrl.replaceAll("/+$", "");
    this.host = URI.create(this.baseUrl).getHost();
    this.sender = URI.create("mailto:" + from.replaceAll("^.*<|>.*$", "").strip());
    this.senderName = from.contains("<") ? from.replaceAll("<.*$", "").strip() : "";
  }

  @Override
  public byte[] file(CalendarEntry entry) {
    Calendar calendar = calendar();
    calendar.add(entry.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.PUBLISH);
    calendar.add(event(entry));
    return write(calendar);
  }

  @Override
  public byte[] feed(String name, List<CalendarEntry> entries) {
    Calendar calendar = calendar();
    calendar.add(ImmutableMethod.PUBLISH);
    calendar.add(new Name(line(name)));
    calendar.add(new XProperty("X-WR-CALNAME", line(name)));
    calendar.add(
        new RefreshInterval(
            new ParameterList(List.of(net.fortuna.ical4j.model.parameter.Value.DURATION)),
            REFRESH));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    entries.forEach(entry -> calendar.add(event(entry)));
    if (entries.isEmpty()) {
      calendar.add(zone());
    }
    return write(calendar);
  }

  private static Calendar calendar() {
    Calendar calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    return calendar;
  }

  /** A calendar holds something by the standard, and the city's zone says nothing of anybody. */
  private static VTimeZone zone() {
    VTimeZone zone = new VTimeZone();
    zone.add(new TzId(SaoPaulo.ZONE.getId()));
    Standard standard = new Standard();
    standard.add(new DtStart<>(LocalDateTime.of(2019, 2, 17, 0, 0)));
    standard.add(new TzOffsetFrom(ZoneOffset.ofHours(-2)));
    standard.add(new TzOffsetTo(ZoneOffset.ofHours(-3)));
    return new VTimeZone(zone.getPropertyList(), new ComponentList<>(List.of(standard)));
  }

  private VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent(false);
    event.add(new Uid(line(entry.uid()) + "@" + host));
    event.add(new DtStamp(entry.changedAt()));
    event.add(new LastModified(entry.changedAt()));
    event.add(new Sequence(entry.sequence()));
    event.add(new DtStart<>(entry.startsAt()));
    event.add(new DtEnd<>(entry.endsAt()));
    event.add(new Summary(line(entry.title())));
    event.add(
        entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
    event.add(organizer());
    String where = entry.place() != null ? entry.place() : entry.link();
    if (where != null) {
      event.add(new Location(line(where)));
    }
    String page = baseUrl + entry.path();
    event.add(new Description(description(entry, page)));
    event.add(new Url(URI.create(page)));
    return event;
  }

  /** RFC 5546 wants to know who publishes; nobody answers there. */
  private Organizer organizer() {
    return senderName.isEmpty()
        ? new Organizer(sender)
        : new Organizer(new ParameterList(List.of(new Cn(senderName))), sender);
  }

  private static String description(CalendarEntry entry, String page) {
    StringBuilder text = new StringBuilder();
    for (String part : new String[] {entry.description(), entry.link(), page}) {
      if (part != null && !part.isBlank()) {
        text.append(text.isEmpty() ? "" : "\n\n").append(lines(part));
      }
    }
    return text.toString();
  }

  private static String line(String text) {
    return lines(text).replace('\n', ' ').strip();
  }

  private static String lines(String text) {
    return UNFIT.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
  }

  private static byte[] write(Calendar calendar) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      new CalendarOutputter(false, UNFOLDED).output(calendar, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(file.toByteArray());
  }

  /**
   * Lines of at most 75 bytes. By hand: ical4j counts characters, and cuts through those of two.
   */
  private static byte[] folded(byte[] file) {
    ByteArrayOutputStream folded = new ByteArrayOutputStream(file.length + file.length / 32);
    int column = 0;
    for (int at = 0; at < file.length; ) {
      int length = bytesOfCharacter(file[at]);
      if (file[at] == '\r' || file[at] == '\n') {
        column = 0;
      } else if (column + length > LONGEST_LINE) {
        folded.writeBytes(FOLD);
        column = 1 + length;
      } else {
        column += length;
      }
      folded.write(file, at, length);
      at += length;
    }
    return folded.toByteArray();
  }

  private static int bytesOfCharacter(byte first) {
    return first >= 0 ? 1 : Integer.numberOfLeadingZeros(~first << 24);
  }
}
