package br.gov.sp.prefeitura.redeinfo.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a form in {@code forms/} expects to be given: every name in it that is no input of its own.
 */
public final class FormMentions {

  private static final Pattern SHOWN = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern NAME = Pattern.compile("(?<![\\w\"])[a-z]\\w*(?![\\w\"])");
  private static final Set<String> WORDS = Set.of("and", "or", "not", "true", "false", "null");

  private final Set<String> mentioned = new TreeSet<>();
  private final Set<String> inputs = new TreeSet<>();

  private FormMentions() {}

  public static Set<String> of(String form) {
    FormMentions mentions = new FormMentions();
    try {
      mentions.read(
          new ObjectMapper()
              .readTree(Path.of("forms", form + ".form").toFile())
              .path("components"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    mentions.mentioned.removeAll(mentions.inputs);
    return mentions.mentioned;
  }

  private void read(JsonNode components) {
    for (JsonNode component : components) {
      if (component.has("key")) {
        inputs.add(component.path("key").asText());
      }
      find(SHOWN, component.path("text").asText(), 1);
      expression(component.path("dataSource").asText());
      expression(component.path("conditional").path("hide").asText());
      read(component.path("components"));
    }
  }

  private void expression(String feel) {
    find(NAME, feel.replaceAll("\"[^\"]*\"", ""), 0);
  }

  private void find(Pattern pattern, String text, int group) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      if (!WORDS.contains(found.group(group))) {
        mentioned.add(found.group(group));
      }
    }
  }
}
