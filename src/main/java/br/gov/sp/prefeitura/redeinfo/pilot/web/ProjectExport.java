package br.gov.sp.prefeitura.redeinfo.pilot.web;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import br.gov.sp.prefeitura.redeinfo.network.Bodies;
import br.gov.sp.prefeitura.redeinfo.network.Body;
import br.gov.sp.prefeitura.redeinfo.pilot.domain.PilotExports.ExportedPilot;
import br.gov.sp.prefeitura.redeinfo.pilot.web.OpenProject.Field;
import br.gov.sp.prefeitura.redeinfo.shared.time.SaoPaulo;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes projects as CSV and JSON while they are read: none is kept, however many there are. */
@Component
class ProjectExport {

  /** After as many rows the first go out: who has asked for many sees that they come. */
  private static final int FIRST = 50;

  private final Bodies bodies;
  private final ObjectMapper json;
  private final Clock clock;

  ProjectExport(Bodies bodies, ObjectMapper json, Clock clock) {
    this.bodies = bodies;
    this.json = json;
    this.clock = clock;
  }

  /** Lists in a cell are separated by vertical bars. */
  void csv(
      HttpServletResponse response,
      String name,
      Field[] fields,
      Consumer<Consumer<ExportedPilot>> source)
      throws IOException {
    Map<Long, Body> names = names();
    Csv csv = Csv.stream(response, name + "-" + SaoPaulo.today(clock) + ".csv");
    csv.row(Stream.of(fields).map(Field::column).toList());
    Rows rows = new Rows(response);
    source.accept(
        exported -> {
          csv.row(
              OpenProject.values(fields, exported, names).stream()
                  .map(ProjectExport::cell)
                  .toList());
          rows.written();
        });
  }

  /** Sends the first rows before the rest is read. */
  private static final class Rows {

    private final HttpServletResponse response;
    private int written;

    private Rows(HttpServletResponse response) {
      this.response = response;
    }

    private void written() {
      written++;
      if (written == FIRST) {
        try {
          response.flushBuffer();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private static Object cell(Object value) {
    return value instanceof Collection<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining("|"))
        : value;
  }

  void json(HttpServletResponse response, Field[] fields, Consumer<Consumer<ExportedPilot>> source)
      throws IOException {
    Map<Long, Body> names = names();
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    try (JsonGenerator writer =
        json.getFactory().createGenerator(response.getOutputStream(), JsonEncoding.UTF8)) {
      writer.writeStartObject();
      writer.writeStringField("date", SaoPaulo.today(clock).toString());
      writer.writeStringField("dictionary", "/projects/dictionary");
      writer.writeArrayFieldStart("projects");
      source.accept(exported -> write(writer, fields, OpenProject.values(fields, exported, names)));
      writer.writeEndArray();
      writer.writeEndObject();
    }
  }

  private static void write(JsonGenerator writer, Field[] fields, List<Object> values) {
    try {
      writer.writeStartObject();
      for (int i = 0; i < fields.length; i++) {
        writer.writeObjectField(fields[i].column(), values.get(i));
      }
      writer.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Long, Body> names() {
    return bodies.all().stream().collect(toMap(Body::id, identity()));
  }
}
