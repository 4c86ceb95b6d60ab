package br.gov.sp.prefeitura.redeinfo.demonstration.domain;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * One pilot of the demonstration as {@code data/pilots-….json} tells it.
 *
 * @param body slug of the lead body
 * @param stage how far it comes, or {@code null}
 * @param dataset title of the data it publishes
 * @param milestones titles in order
 */
record PilotScript(
    String key,
    String body,
    String stage,
    List<String> themes,
    String territory,
    String title,
    String problem,
    String baseline,
    String description,
    String contribution,
    String publicElement,
    String targetPublic,
    String deliverables,
    String indicators,
    String risks,
    String dataset,
    List<String> milestones,
    List<Partner> partners) {

  private static final ObjectMapper JSON = new ObjectMapper();

  PilotScript {
    themes = List.copyOf(themes);
    milestones = List.copyOf(milestones);
    partners = partners == null ? List.of() : List.copyOf(partners);
  }

  /**
   * @param body slug, or {@code null} for a guest
   * @param guest name, or {@code null} for a body
   */
  record Partner(String body, String guest, String part) {

    String name() {
      return guest == null ? body : guest;
    }
  }

  /** The pilots of a file in {@code data/}. */
  static List<PilotScript> read(String file) {
    try (InputStream data = new ClassPathResource("data/" + file).getInputStream()) {
      return JSON.readValue(data, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The proposal as its writers type it. */
  Map<String, String> typed(LocalDate firstMilestone) {
    Map<String, String> typed = new LinkedHashMap<>();
    typed.put("title", title);
    typed.put("problem", problem);
    typed.put("baseline", baseline);
    typed.put("description", description);
    themes.forEach(theme -> typed.put("themes." + theme, "true"));
    typed.put("contribution", contribution);
    typed.put("publicElement", publicElement);
    typed.put("targetPublic", targetPublic);
    typed.put("territory", territory);
    typed.put("deliverables", deliverables);
    typed.put("indicators", indicators);
    typed.put("risks", risks);
    for (int i = 0; i < milestones.size(); i++) {
      String row = "milestones[" + i + "].";
      typed.put(row + "title", milestones.get(i));
      typed.put(row + "start", firstMilestone.plusMonths(2L * i).toString());
      typed.put(row + "end", firstMilestone.plusMonths(2L * i + 2).minusDays(1).toString());
    }
    typed.put("datasets[0].title", dataset);
    typed.put("datasets[0].format", "CSV");
    typed.put("datasets[0].personalData", "NONE");
    for (int i = 0; i < partners.size(); i++) {
      Partner partner = partners.get(i);
      String row = "partners[" + i + "].";
      typed.put(row + (partner.guest() == null ? "body" : "guest"), partner.name());
      typed.put(row + "part", partner.part());
    }
    return typed;
  }
}
