package br.gov.sp.prefeitura.redeinfo.privacy.web;

import br.gov.sp.prefeitura.redeinfo.shared.privacy.PersonalData.Section;
import br.gov.sp.prefeitura.redeinfo.shared.web.Csv;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A copy of somebody's data as a file, for programs and for spreadsheets. */
@Component
class CopyFiles {

  private final MessageSource messages;
  private final ObjectMapper json;

  CopyFiles(MessageSource messages, ObjectMapper json) {
    this.messages = messages;
    this.json = json;
  }

  /** By section, its rows as objects. */
  byte[] json(List<Section> sections) throws JsonProcessingException {
    Map<String, List<Map<String, String>>> all = new LinkedHashMap<>();
    for (Section section : sections) {
      all.put(
          text(section.messageKey()),
          section.rows().stream().map(values -> row(section, values)).toList());
    }
    return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  private Map<String, String> row(Section section, List<String> values) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      row.put(text(section.columns().get(i)), values.get(i));
    }
    return row;
  }

  /** A table for each section. */
  byte[] zip(List<Section> sections) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (int i = 0; i < sections.size(); i++) {
        Section section = sections.get(i);
        String name = text(section.messageKey()).replace('/', '-');
        zip.putNextEntry(new ZipEntry("%02d %s.csv".formatted(i + 1, name)));
        Csv csv = new Csv();
        csv.row(section.columns().stream().map(this::text).toList());
        section.rows().forEach(csv::row);
        zip.write(csv.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  private String text(String key) {
    return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
  }
}
