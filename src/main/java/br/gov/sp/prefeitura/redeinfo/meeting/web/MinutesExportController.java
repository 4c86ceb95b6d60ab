package br.gov.sp.prefeitura.redeinfo.meeting.web;

import br.gov.sp.prefeitura.redeinfo.meeting.domain.MeetingTexts;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesContent.Attendance;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesQueries;
import br.gov.sp.prefeitura.redeinfo.meeting.domain.MinutesQueries.Published;
import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Published minutes as numbers, for spreadsheets and programs: aggregates alone. */
@Controller
class MinutesExportController {

  private static final List<String> COLUMNS =
      List.of(
          "number",
          "kind",
          "title",
          "day",
          "place",
          "expected",
          "present",
          "absent",
          "justified",
          "others",
          "guests",
          "items",
          "followUps",
          "bodies",
          "path");

  private final MinutesQueries queries;
  private final Bodies bodies;
  private final MeetingTexts texts;
  private final ObjectMapper json;
  private final Clock clock;

  MinutesExportController(
      MinutesQueries queries, Bodies bodies, MeetingTexts texts, ObjectMapper json, Clock clock) {
    this.queries = queries;
    this.bodies = bodies;
    this.texts = texts;
    this.json = json;
    this.clock = clock;
  }

  @GetMapping("/minutes.csv")
  void csv(HttpServletResponse response) throws IOException {
    Map<Long, Body> names = names();
    Csv csv = Csv.stream(response, "atas-" + SaoPaulo.today(clock) + ".csv");
    csv.row(COLUMNS.stream().map(column -> texts.text("minutes.column." + column)).toList());
    queries.each(
        one -> {
          Map<String, Object> values = values(one);
          values.put(
              "bodies",
              byBody(one, names).entrySet().stream()
                  .map(body -> body.getKey() + " " + body.getValue())
                  .collect(Collectors.joining("|")));
          csv.row(COLUMNS.stream().map(values::get).toList());
        });
  }

  @GetMapping("/minutes.json")
  void json(HttpServletResponse response) throws IOException {
    Map<Long, Body> names = names();
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try (JsonGenerator writer =
        json.getFactory().createGenerator(response.getOutputStream(), JsonEncoding.UTF8)) {
      writer.writeStartObject();
      writer.writeStringField("date", SaoPaulo.today(clock).toString());
      writer.writeFieldName("minutes");
      json.writeValue(writer, all(names));
      writer.writeEndObject();
    }
  }

  private List<Map<String, Object>> all(Map<Long, Body> names) {
    List<Map<String, Object>> all = new ArrayList<>();
    queries.each(
        one -> {
          Map<String, Object> values = values(one);
          values.put("bodies", byBody(one, names));
          all.add(values);
        });
    return all;
  }

  private static Map<String, Object> values(Published one) {
    Attendance attendance = one.minutes().attendance();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", one.meetingId());
    values.put("kind", one.kind());
    values.put("title", one.title());
    values.put("day", LocalDate.ofInstant(one.startsAt(), SaoPaulo.ZONE).toString());
    values.put("place", one.minutes().place());
    values.put("expected", attendance.expected());
    values.put("present", attendance.present());
    values.put("absent", attendance.absent());
    values.put("justified", attendance.justified());
    values.put("others", attendance.others());
    values.put("guests", one.minutes().guests());
    values.put("items", one.minutes().items().size());
    values.put("followUps", one.minutes().followUps().size());
    values.put("bodies", null);
    values.put("path", "/minutes/" + one.meetingId());
    return values;
  }

  private static Map<String, Integer> byBody(Published one, Map<Long, Body> names) {
    Map<String, Integer> byBody = new LinkedHashMap<>();
    one.minutes()
        .attendance()
        .bodies()
        .forEach(body -> byBody.put(names.get(body.bodyId()).acronym(), body.present()));
    return byBody;
  }

  private Map<Long, Body> names() {
    return bodies.all().stream().collect(Collectors.toMap(Body::id, Function.identity()));
  }
}
