package br.gov.sp.prefeitura.redeinfo.training.web;

import br.gov.sp.prefeitura.redeinfo.calendar.CalendarFiles;
import br.gov.sp.prefeitura.redeinfo.shared.error.Refusal;
import br.gov.sp.prefeitura.redeinfo.training.domain.TrainingCalendar;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A session as a file for calendar programs. */
@Controller
class SessionCalendarController {

  private final TrainingCalendar calendar;
  private final CalendarFiles files;

  SessionCalendarController(TrainingCalendar calendar, CalendarFiles files) {
    this.calendar = calendar;
    this.files = files;
  }

  @GetMapping("/trainings/sessions/{id:[0-9]+}.ics")
  ResponseEntity<byte[]> file(@PathVariable long id) {
    byte[] file =
        calendar
            .findSession(id)
            .map(files::file)
            .orElseThrow(() -> Refusal.notFound("training.session-not-found"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, CalendarFiles.CONTENT_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(TrainingCalendar.uid(id) + ".ics")
                .build()
                .toString())
        .body(file);
  }
}
