package br.gov.sp.prefeitura.redeinfo.badinput;

import java.util.List;
import java.util.Map;

/**
 * A request that is wrong, and what the person is told. Paths and bodies may name things of the
 * test's world in braces, e.g. {@code {indicate}} for a task to indicate servants.
 *
 * @param who sends it
 * @param contentType of the body, or {@code null} for none
 * @param status of the answer
 * @param words that the answer contains
 * @param kept what was typed and must stand in the answered page again
 */
record BadInput(
    String title,
    Who who,
    String method,
    String path,
    String contentType,
    String body,
    int status,
    String words,
    List<String> kept) {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  /** Signed in with this function. */
  enum Who {
    NOBODY,
    OFFICE,
    HEAD,
    NOMINEE,
    COORDINATION,
    ADMINISTRATOR,
    AUDITOR
  }

  static BadInput get(String title, Who who, String path, int status, String words) {
    return new BadInput(title, who, "GET", path, null, null, status, words, List.of());
  }

  static BadInput form(String title, Who who, String path, String body, int status, String words) {
    return new BadInput(title, who, "POST", path, FORM, body, status, words, List.of());
  }

  static BadInput json(String title, Who who, String path, String body, int status, String words) {
    return new BadInput(title, who, "POST", path, JSON, body, status, words, List.of());
  }

  BadInput keeping(String... typed) {
    return new BadInput(title, who, method, path, contentType, body, status, words, List.of(typed));
  }

  BadInput in(Map<String, String> world) {
    return new BadInput(
        title,
        who,
        method,
        fill(path, world),
        contentType,
        body == null ? null : fill(body, world),
        status,
        words,
        kept.stream().map(typed -> fill(typed, world)).toList());
  }

  private static String fill(String text, Map<String, String> world) {
    String filled = text;
    for (Map.Entry<String, String> thing : world.entrySet()) {
      filled = filled.replace("{" + thing.getKey() + "}", thing.getValue());
    }
    return filled;
  }

  @Override
  public String toString() {
    return status + " " + title;
  }
}
