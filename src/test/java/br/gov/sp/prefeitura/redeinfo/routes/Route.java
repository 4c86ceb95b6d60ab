package br.gov.sp.prefeitura.redeinfo.routes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A way into the application: a method, {@code ANY} if it asks for none, and a pattern of paths as
 * the framework that serves it writes them.
 */
public record Route(String method, String path) implements Comparable<Route> {

  private static final PathPatternParser PATTERNS = new PathPatternParser();
  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\s*[^}:]+(?::\\s*((?:[^{}]|\\{[^}]*})*))?}");

  boolean serves(String method, String path) {
    return (this.method.equals("ANY") || this.method.equals(method))
        && pattern().matches(PathContainer.parsePath(path));
  }

  /** With variables named anew: JAX-RS repeats names and writes regular expressions otherwise. */
  PathPattern pattern() {
    Matcher variable = VARIABLE.matcher(path);
    StringBuilder normal = new StringBuilder();
    for (int i = 0; variable.find(); i++) {
      String regex = variable.group(1);
      boolean rest = regex != null && regex.strip().equals(".*");
      String name =
          rest ? "{*v" + i + "}" : regex == null ? "{v" + i + "}" : "{v" + i + ":" + regex + "}";
      variable.appendReplacement(normal, Matcher.quoteReplacement(name));
    }
    variable.appendTail(normal);
    return PATTERNS.parse(normal.toString());
  }

  @Override
  public int compareTo(Route other) {
    int byPath = path.compareTo(other.path);
    return byPath != 0 ? byPath : method.compareTo(other.method);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
