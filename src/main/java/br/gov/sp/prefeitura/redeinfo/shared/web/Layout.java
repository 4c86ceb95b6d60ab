package br.gov.sp.prefeitura.redeinfo.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the layout shows around every page. Templates ask the bean instead of the model, so that
 * error pages, which no controller prepares, look like all others.
 */
@Component("layout")
public class Layout {

  private final ObjectProvider<ViewerSource> viewers;
  private final List<NavigationSource> navigation;
  private final List<LayoutStrip> strips;
  private final LayoutProperties properties;
  private final boolean demonstration;

  Layout(
      ObjectProvider<ViewerSource> viewers,
      List<NavigationSource> navigation,
      List<LayoutStrip> strips,
      LayoutProperties properties,
      Environment environment) {
    this.viewers = viewers;
    this.navigation = List.copyOf(navigation);
    this.strips = List.copyOf(strips);
    this.properties = properties;
    this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
  }

  /** The signed-in person, or {@code null}. */
  public Viewer viewer() {
    return findViewer().orElse(null);
  }

  /** The navigation for who is looking: the bar's own links first, then the menus. */
  public List<NavigationMenu> navigation() {
    Map<NavigationPlace, List<NavigationLink>> byPlace =
        links()
            .filter(link -> link.place() != NavigationPlace.OWN)
            .collect(
                Collectors.groupingBy(
                    NavigationLink::place,
                    () -> new EnumMap<>(NavigationPlace.class),
                    Collectors.toList()));
    return byPlace.entrySet().stream()
        .map(menu -> new NavigationMenu(menu.getKey(), menu.getValue()))
        .toList();
  }

  /** What stands under the person's name. */
  public List<NavigationLink> ownLinks() {
    return links().filter(link -> link.place() == NavigationPlace.OWN).toList();
  }

  private Stream<NavigationLink> links() {
    Optional<Viewer> viewer = findViewer();
    return navigation.stream()
        .flatMap(source -> source.linksFor(viewer).stream())
        .sorted(Comparator.comparingInt(NavigationLink::order));
  }

  /** What everybody should know while it lasts. */
  public List<PageSection> strips() {
    return strips.stream()
        .map(LayoutStrip::strip)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(PageSection::order))
        .toList();
  }

  /** The entry whose page is shown or lies above it, the nearest; {@code null} if there is none. */
  public NavigationLink current(List<NavigationLink> links) {
    String path = path();
    return links.stream()
        .filter(
            link ->
                path.equals(link.path())
                    || (!link.path().equals("/") && path.startsWith(link.path() + "/")))
        .max(Comparator.comparingInt(link -> link.path().length()))
        .orElse(null);
  }

  /** The same over all menus. */
  public NavigationLink currentOf(List<NavigationMenu> menus) {
    return current(menus.stream().flatMap(menu -> menu.links().stream()).toList());
  }

  public String unit() {
    return properties.unit();
  }

  /** Whether everything shown is invented. */
  public boolean demonstration() {
    return demonstration;
  }

  /** The page's language as a tag for the {@code lang} attribute. */
  public String language() {
    return locale().toLanguageTag();
  }

  public boolean speaks(String languageTag) {
    return locale().toLanguageTag().equals(languageTag);
  }

  /**
   * The address of the page shown, in the other language. The address may be a wrong one, so it is
   * taken as it came and never parsed.
   */
  public String inLanguage(String languageTag) {
    String choice = LocaleConfiguration.PARAMETER + "=" + languageTag;
    return request()
        .filter(request -> "GET".equals(request.getMethod()))
        .map(request -> path() + "?" + otherParameters(request.getQueryString()) + choice)
        .orElse("/?" + choice);
  }

  private static String otherParameters(String query) {
    return query == null
        ? ""
        : Arrays.stream(query.split("&"))
            .filter(parameter -> !parameter.isEmpty())
            .filter(parameter -> !parameter.startsWith(LocaleConfiguration.PARAMETER + "="))
            .map(parameter -> parameter + "&")
            .collect(Collectors.joining());
  }

  private static Locale locale() {
    return LocaleConfiguration.supported(LocaleContextHolder.getLocale());
  }

  private Optional<Viewer> findViewer() {
    ViewerSource source = viewers.getIfAvailable();
    return source == null ? Optional.empty() : source.find();
  }

  private static String path() {
    return request()
        .map(
            request -> {
              Object original = request.getAttribute("jakarta.servlet.error.request_uri");
              return original instanceof String uri ? uri : request.getRequestURI();
            })
        .orElse("/");
  }

  private static Optional<HttpServletRequest> request() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
        ? Optional.of(servlet.getRequest())
        : Optional.empty();
  }
}
