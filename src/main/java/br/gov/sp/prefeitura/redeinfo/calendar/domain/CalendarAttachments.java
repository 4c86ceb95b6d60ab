package br.gov.sp.prefeitura.redeinfo.calendar.domain;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.calendar.CalendarSource;
import br.gov.sp.prefeitura.redeinfo.notification.NoticeAttachments;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets mails bring dates along, as they are when the mail goes out. */
@Component
class CalendarAttachments implements NoticeAttachments {

  private static final String PREFIX = CalendarFiles.attachment("");

  private final ObjectProvider<CalendarSource> sources;
  private final CalendarFiles files;

  CalendarAttachments(ObjectProvider<CalendarSource> sources, CalendarFiles files) {
    this.sources = sources;
    this.files = files;
  }

  @Override
  public boolean knows(String key) {
    return key.startsWith(PREFIX) && key.length() > PREFIX.length();
  }

  @Override
  public Optional<Attachment> make(String key) {
    String uid = key.substring(PREFIX.length());
    return sources
        .orderedStream()
        .map(source -> source.find(uid))
        .flatMap(Optional::stream)
        .findFirst()
        .map(
            entry ->
                new Attachment(
                    uid + ".ics",
                    CalendarFiles.CONTENT_TYPE
                        + "; method="
                        + (entry.cancelled() ? "CANCEL" : "PUBLISH"),
                    files.file(entry)));
  }
}
